'use client';

import { useTranslations } from 'next-intl';
import { useIsOnline } from '@/client/use-is-online';

/** The text of an error `offline`: what is given while the line is down, and that it can be tried again once it is back. */
export function useOfflineText(): (textWhileDown: string) => string {
  const t = useTranslations('Sheet');
  const isOnline = useIsOnline();
  return (textWhileDown) => (isOnline ? t('backOnline') : textWhileDown);
}
