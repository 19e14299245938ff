'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { lookOfBlock, lookOfStay } from './bar-looks';

const statuses = ['pending', 'confirmed', 'checked_in', 'checked_out'] as const;

/** What the colours and icons of the bars mean. */
export function Legend() {
  const t = useTranslations('Calendar');
  const lines = [
    ...statuses.map((status) => ({ ...lookOfStay({ status }), text: t(`status_${status}`) })),
    { ...lookOfBlock({ kind: 'closed' }), text: t('kind_closed') },
  ];
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 pt-2 text-ink-soft text-sm">
      {lines.map(({ icon, className, text }) => (
        <li key={text} className="flex items-center gap-1.5">
          <span className={`grid size-6 place-items-center rounded-md ${className}`}>
            <Icon name={icon} className="size-4" />
          </span>
          {text}
        </li>
      ))}
    </ul>
  );
}
