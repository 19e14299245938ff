'use client';

import { useTranslations } from 'next-intl';
import { loadingLook } from './loading-look';

/** A sheet is on its way. */
export function Loading() {
  const t = useTranslations('Sheet');
  return (
    <p role="status" className={loadingLook}>
      {t('loading')}
    </p>
  );
}
