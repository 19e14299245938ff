import { ApiError } from '../errors/api-error.ts';
import type { RouteRequest } from './route-request.ts';

/** `required`: without a key the request is refused. */
export type KeyRule = 'required' | 'optional';

/** What a key looks like: 8 to 100 characters that a header can carry. */
export const keyPattern = /^[\x21-\x7e]{8,100}$/;

/** The key under which a request may be sent again. A route that takes none looks at none. */
export function readIdempotencyKey(request: RouteRequest, rule: KeyRule | undefined): string | null {
  const key = rule === undefined ? null : request.headers.get('idempotency-key');
  if (key === null ? rule === 'required' : !keyPattern.test(key)) {
    throw new ApiError('invalid_request', {
      issues: [{ path: ['Idempotency-Key'], message: 'is 8 to 100 characters' }],
    });
  }
  return key;
}
