import { ApiError } from '../errors/api-error.ts';

/** Whether a request must have a key or may have one. */
export type KeyRule = 'required' | 'optional';

/** 8 to 100 printable ASCII characters. */
export const keyPattern = /^[\x21-\x7e]{8,100}$/;

/** The idempotency key of a request. Null where it has none, or where the route takes none. */
export function readIdempotencyKey(request: Request, rule: KeyRule | undefined): string | null {
  const key = rule === undefined ? null : request.headers.get('idempotency-key');
  if (key === null ? rule === 'required' : !keyPattern.test(key)) {
    throw new ApiError('invalid_request', {
      issues: [{ path: ['Idempotency-Key'], message: 'is 8 to 100 characters' }],
    });
  }
  return key;
}
