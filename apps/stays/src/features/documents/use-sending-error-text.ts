'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClientError } from '@/client/request-error';
import { useOfflineText } from '@/shell/sheets/use-offline-text';
import { formatDay } from '@/shell/words/format-day';
import { formatWait } from '@/shell/words/format-wait';

/** Says why a document could not be sent, and what to do. What was typed stays as long as the page is open. */
export function useSendingErrorText(): (error: ClientError) => string {
  const t = useTranslations('DocumentForm');
  const locale = useLocale();
  const offlineText = useOfflineText();
  return (error) => {
    switch (error.error) {
      case 'offline':
        return offlineText(t('offline'));
      case 'rate_limited':
        return t('tooFast', { wait: formatWait(error.retryAfterSeconds, locale) });
      case 'stay_ended':
        return t('stayEnded');
      case 'stay_not_begun':
        return t('notBegun', { day: formatDay(error.beginsOn, locale) });
      case 'unsupported_file':
        return t('fileRefused');
      case 'too_large':
        return t('fileTooLarge');
      case 'invalid_request':
        return t('refused');
      case 'conflict':
        return t('keyWasUsed');
      case 'illegal_step':
        return t(illegalSteps[error.reason ?? ''] ?? 'notConfirmed');
      case 'unavailable':
        return error.reason === 'photos_are_waiting'
          ? t('waiting', { wait: formatWait(error.retryAfterSeconds, locale) })
          : t('failed');
      default:
        return t('failed');
    }
  };
}

const illegalSteps: Record<
  string,
  'off' | 'needsBooking' | 'noPictures' | 'pictureMissing' | 'tooMany' | undefined
> = {
  documents_are_off: 'off',
  documents_need_a_booking: 'needsBooking',
  no_pictures_here: 'noPictures',
  picture_is_missing: 'pictureMissing',
  too_many_documents: 'tooMany',
};
