'use client';

import { useLocale, useTranslations } from 'next-intl';
import type { ClientError } from '../actions/request-error';
import { formatWait } from '../wait/format-wait';

/** Why a report or an answer did not go through, and what to do. What was typed is always kept. */
export function useWriteErrorText(): (error: ClientError) => string {
  const t = useTranslations('Report');
  const locale = useLocale();
  return (error) => {
    switch (error.error) {
      case 'offline':
        return t('offline');
      case 'rate_limited':
        return t('tooFast', { wait: formatWait(error.retryAfterSeconds, locale) });
      case 'stay_ended':
        return t('stayEnded');
      case 'illegal_step':
        return t('notConfirmed');
      case 'unsupported_file':
        return t('photoRefused');
      case 'too_large':
        return t('photoTooLarge');
      case 'invalid_request':
        return t('incomplete');
      default:
        return t('unavailable');
    }
  };
}
