'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClientError } from '../actions/request-error';
import { wordProofError } from './word-proof-error';

// From here on the guest is told how many tries are left.
const fewTries = 8;

/** The sheets' words for a proof that failed. */
export function useProofErrorText(): (error: ClientError | null) => string | undefined {
  const t = useTranslations('Verify');
  const locale = useLocale();
  const words = {
    wrong: () => t('wrong'),
    wrongWithTries: (tries: number) => (tries <= fewTries ? t('wrongWithTries', { tries }) : t('wrong')),
    locked: (wait: string) => t('locked', { wait }),
    tooFast: (wait: string) => t('tooFast', { wait }),
    incomplete: () => t('incomplete'),
    unavailable: () => t('unavailable'),
  };
  return (error) => {
    if (error === null) {
      return undefined;
    }
    return error.error === 'offline' ? t('offline') : wordProofError(error, words, locale);
  };
}
