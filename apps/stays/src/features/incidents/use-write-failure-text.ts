'use client';

import { useTranslations } from 'next-intl';
import type { ApiFailure } from '../actions/api-failure';

/** Why a report or an answer did not go through, and what to do. What was typed is always kept. */
export function useWriteFailureText(): (failure: ApiFailure) => string {
  const t = useTranslations('Report');
  return ({ code, retryAfterSeconds }) => {
    switch (code) {
      case 'offline':
        return t('offline');
      case 'rate_limited':
        return t('tooFast', { seconds: retryAfterSeconds ?? 60 });
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
