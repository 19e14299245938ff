import { ApiError } from '@gudbro/api-kit';
import type { EntryAttempt } from './entry-attempt';

/** What the form says after a refused try. Anything that is no refusal of a try is thrown on. */
export function describeEntryFailure(thrown: unknown, typed: string): EntryAttempt {
  if (!(thrown instanceof ApiError)) {
    throw thrown;
  }
  const waitSeconds = thrown.retryAfterSeconds;
  const triesLeft = typeof thrown.more['triesLeft'] === 'number' ? thrown.more['triesLeft'] : null;
  switch (thrown.code) {
    case 'verification_failed':
      return { typed, outcome: triesLeft === 0 ? 'locked' : 'wrong', triesLeft, waitSeconds };
    case 'rate_limited':
      return {
        typed,
        outcome: thrown.more['locked'] === true ? 'locked' : 'too_fast',
        triesLeft: null,
        waitSeconds,
      };
    case 'unavailable':
      return { typed, outcome: 'unavailable', triesLeft: null, waitSeconds: null };
    default:
      throw thrown;
  }
}
