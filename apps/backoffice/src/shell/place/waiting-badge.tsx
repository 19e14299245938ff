'use client';

import { useTranslations } from 'next-intl';
import { usePulse } from './pulse-context';
import type { Waiting } from './use-place-pulse';

/** How many things of a screen wait for somebody, beside its name. Nothing where none does. */
export function WaitingBadge({ of, className = '' }: { of: keyof Waiting; className?: string }) {
  const t = useTranslations('Shell');
  const { waiting } = usePulse();
  // Reports whose time is nearly over are louder, also those that somebody sees to.
  const escalated = of === 'reports' ? (waiting.escalated ?? 0) : 0;
  const count = Math.max(waiting[of] ?? 0, escalated);
  return (
    count > 0 && (
      <span
        className={`min-w-6 shrink-0 rounded-full bg-danger px-1.5 py-0.5 text-center font-semibold text-danger-surface text-xs tabular-nums leading-tight ${className}`}
      >
        <span aria-hidden="true">
          {count > 99 ? '99+' : count}
          {escalated > 0 && '!'}
        </span>
        <span className="sr-only">
          {t(`waiting_${of}`, { count })}
          {escalated > 0 && `, ${t('waiting_escalated', { count: escalated })}`}
        </span>
      </span>
    )
  );
}
