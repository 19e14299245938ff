'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClientError } from '@/client/request-error';
import { formatProofError } from '@/shell/entry/format-proof-error';
import { useOfflineText } from '@/shell/sheets/use-offline-text';

// With more attempts left than this, the message does not mention how many.
const fewTries = 8;

/** Formats the error of a failed verification for the sheets. */
export function useProofErrorText(): (error: ClientError | null) => string | undefined {
  const t = useTranslations('Verify');
  const locale = useLocale();
  const offlineText = useOfflineText();
  const texts = {
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
    return error.error === 'offline' ? offlineText(t('offline')) : formatProofError(error, texts, locale);
  };
}
