'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useWakeLock } from './use-wake-lock';

/** Keeps the screen of this device on while the orders are shown, and says whether it does. */
export function ScreenAwake() {
  const t = useTranslations('Orders');
  const isAwake = useWakeLock();
  return (
    <p className="flex min-h-12 items-center gap-2 text-ink-soft text-sm">
      <Icon name={isAwake ? 'check' : 'info'} className="size-4 shrink-0" />
      {isAwake ? t('awake') : t('notAwake')}
    </p>
  );
}
