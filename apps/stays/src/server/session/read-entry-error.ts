import { ApiError } from '@gudbro/api-kit';
import type { EntryAttempt } from './entry-attempt';

/** The error that an entry form shows. Throws an error again for which the form has no message. */
export function readEntryError(thrown: unknown): EntryAttempt['error'] {
  const body = thrown instanceof ApiError ? thrown.body : null;
  switch (body?.error) {
    case 'verification_failed':
    case 'rate_limited':
    case 'unavailable':
      return body;
    default:
      throw thrown;
  }
}
