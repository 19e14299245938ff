import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import type { StaysLocale } from '@/i18n/locales';
import { formatWait } from '../wait/format-wait';

/** A screen's own wording for each way a proof of a stay can fail. */
export type ProofWords = {
  wrong: () => string;
  wrongWithTries: (tries: number) => string;
  locked: (wait: string) => string;
  tooFast: (wait: string) => string;
  incomplete: () => string;
  unavailable: () => string;
};

/** Says to the guest why their proof was not taken: what is wrong, how many tries are left, how long a lock lasts. */
export function wordProofError(error: ErrorBody, words: ProofWords, locale: StaysLocale): string {
  switch (error.error) {
    case 'verification_failed':
      if (error.retryAfterSeconds !== undefined) {
        return words.locked(formatWait(error.retryAfterSeconds, locale));
      }
      return error.triesLeft === undefined ? words.wrong() : words.wrongWithTries(error.triesLeft);
    case 'rate_limited': {
      const wait = formatWait(error.retryAfterSeconds, locale);
      return error.locked ? words.locked(wait) : words.tooFast(wait);
    }
    case 'invalid_request':
    case 'invalid_code':
      return words.incomplete();
    default:
      return words.unavailable();
  }
}
