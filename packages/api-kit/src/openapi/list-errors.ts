import type { ErrorCode } from '../errors/error-codes.ts';
import type { AnyRouteDefinition } from '../route/route-definition.ts';

/** The errors that a route can respond with: those that follow from its definition, and those that it names. */
export function listErrors(definition: AnyRouteDefinition): ErrorCode[] {
  const { tier, method, params, paramsError = 'invalid_request', query, body, idempotencyKey } = definition;
  const implied: ErrorCode[] = ['rate_limited'];
  if (!definition.isLocal) {
    implied.push('internal', 'unavailable');
  }
  if (params) {
    implied.push(paramsError);
  }
  // The wrapper refuses every write that comes from another site.
  if (query || body || idempotencyKey || method !== 'GET') {
    implied.push('invalid_request');
  }
  if (body) {
    implied.push('too_large', 'unsupported_file');
  }
  if (tier !== 'public') {
    implied.push('session_expired');
  }
  if (tier === 'full') {
    implied.push('verification_required');
  }
  return [...new Set([...implied, ...(definition.errors ?? [])])];
}
