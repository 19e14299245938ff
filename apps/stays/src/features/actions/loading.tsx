'use client';

import { useTranslations } from 'next-intl';
import { loadingToastClass } from './loading-toast-class';

/** The toast that is shown while a sheet loads. */
export function Loading() {
  const t = useTranslations('Sheet');
  return (
    <p role="status" className={loadingToastClass}>
      {t('loading')}
    </p>
  );
}
