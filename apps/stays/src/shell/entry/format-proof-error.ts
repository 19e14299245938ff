import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import type { StaysLocale } from '@/i18n/locales';
import { formatWait } from '../words/format-wait';

/** A form's texts for each way in which a verification can fail. */
export type ProofErrorTexts = {
  wrong: () => string;
  wrongWithTries: (tries: number) => string;
  locked: (wait: string) => string;
  tooFast: (wait: string) => string;
  incomplete: () => string;
  unavailable: () => string;
};

/** Formats a failed verification for the guest: what is wrong, how many attempts are left, how long a lock lasts. */
export function formatProofError(error: ErrorBody, texts: ProofErrorTexts, locale: StaysLocale): string {
  switch (error.error) {
    case 'verification_failed':
      if (error.retryAfterSeconds !== undefined) {
        return texts.locked(formatWait(error.retryAfterSeconds, locale));
      }
      return error.triesLeft === undefined ? texts.wrong() : texts.wrongWithTries(error.triesLeft);
    case 'rate_limited': {
      const wait = formatWait(error.retryAfterSeconds, locale);
      return error.locked ? texts.locked(wait) : texts.tooFast(wait);
    }
    case 'invalid_request':
    case 'invalid_code':
      return texts.incomplete();
    default:
      return texts.unavailable();
  }
}
