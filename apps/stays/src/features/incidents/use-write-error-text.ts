'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClientError } from '@/client/request-error';
import { useOfflineText } from '@/shell/sheets/use-offline-text';
import { formatDay } from '@/shell/words/format-day';
import { formatWait } from '@/shell/words/format-wait';

/** Says why a report or a reply could not be sent, and what to do. What was typed is always saved. */
export function useWriteErrorText(): (error: ClientError) => string {
  const t = useTranslations('Report');
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
      case 'illegal_step':
        return t('notConfirmed');
      case 'unsupported_file':
        return t('photoRefused');
      case 'too_large':
        return t('photoTooLarge');
      case 'invalid_request':
        return t('incomplete');
      case 'unavailable':
        return error.reason === 'photos_are_waiting'
          ? t('photosWaiting', { wait: formatWait(error.retryAfterSeconds, locale) })
          : t('unavailable');
      default:
        return t('unavailable');
    }
  };
}
