import { ApiError } from '@gudbro/api-kit';
import type { EntryAttempt } from './entry-attempt';

/** Why a try was not taken, for its form to say. An error that the form has no words for is thrown on. */
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
