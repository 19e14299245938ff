'use client';

import { Toast } from '@base-ui/react/toast';
import { useTranslations } from 'next-intl';
import { useCallback } from 'react';

/**
 * Asks whether this device has a line, before another screen is opened, and says so where it has none: the browser would show its own
 * error page, which has no way back to what was typed.
 */
export function useHasLine(): () => boolean {
  const t = useTranslations('Shell');
  const { add } = Toast.useToastManager();
  return useCallback(() => {
    if (!navigator.onLine) {
      add({ title: t('noLine'), priority: 'high' });
    }
    return navigator.onLine;
  }, [add, t]);
}
