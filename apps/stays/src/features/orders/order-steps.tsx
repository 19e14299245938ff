'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import type { Order } from './order';

const steps: readonly Order['status'][] = ['pending', 'confirmed', 'preparing', 'delivered'];

/** The steps of an order and the current one. As text, so that it does not depend on colour. */
export function OrderSteps({ status }: { status: Order['status'] }) {
  const t = useTranslations('Orders');
  const reached = steps.indexOf(status);
  return (
    <ol aria-label={t('steps')} className="space-y-1.5">
      {steps.map((step, index) => {
        const isCurrent = index === reached;
        const isDone = index < reached;
        return (
          <li key={step} aria-current={isCurrent ? 'step' : undefined} className="flex items-center gap-3">
            <span
              className={`grid size-6 shrink-0 place-items-center rounded-full border-2 ${
                isDone || isCurrent ? 'border-accent bg-accent text-accent-ink' : 'border-line'
              }`}
            >
              {isDone && <Icon name="check" className="size-4" />}
              {isCurrent && (
                <span className="size-2 rounded-full bg-accent-ink forced-colors:bg-[CanvasText]" />
              )}
            </span>
            <span className={isCurrent ? 'font-semibold' : 'text-ink-soft'}>
              {isDone
                ? t.rich('stepDone', {
                    step: t(`status.${step}`),
                    aside: (words) => <span className="sr-only">{words}</span>,
                  })
                : t(`status.${step}`)}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
