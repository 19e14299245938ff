'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ApiFailure } from '../actions/api-failure';
import { formatWait } from '../wait/format-wait';

/** Says a failed proof to the guest: what is wrong, how many tries are left, how long the lock is. */
export function useFailureText(): (failure: ApiFailure | null) => string | undefined {
  const t = useTranslations('Verify');
  const locale = useLocale();

  return (failure) => {
    if (failure === null) {
      return undefined;
    }
    const triesLeft = failure.more['triesLeft'];
    const wait = formatWait(failure.retryAfterSeconds ?? 60, locale);
    switch (failure.code) {
      case 'verification_failed':
        if (triesLeft === 0) {
          return t('locked', { wait });
        }
        return typeof triesLeft === 'number' && triesLeft < 9
          ? t('wrongWithTries', { tries: triesLeft })
          : t('wrong');
      case 'rate_limited':
        return failure.more['locked'] === true ? t('locked', { wait }) : t('tooFast', { wait });
      case 'offline':
        return t('offline');
      case 'invalid_request':
      case 'invalid_code':
        return t('incomplete');
      default:
        return t('unavailable');
    }
  };
}
