'use client';

import { useTranslations } from 'next-intl';
import { LoadingToast } from './loading-toast';

/** The toast that is shown while a sheet loads. */
export function Loading() {
  const t = useTranslations('Sheet');
  return <LoadingToast text={t('loading')} />;
}
