'use client';

import type { Order } from '@gudbro/guest-api/order';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';

const steps = [
  { status: 'pending', icon: 'send' },
  { status: 'confirmed', icon: 'check' },
  { status: 'preparing', icon: 'clock' },
  { status: 'delivered', icon: 'bell' },
] as const satisfies readonly { status: Order['status']; icon: IconName }[];

type StepState = 'done' | 'current' | 'ahead';

const discClasses: Record<StepState, string> = {
  done: 'bg-sunken text-accent',
  current: 'bg-accent text-accent-ink ring-4 ring-accent/25',
  ahead: 'bg-sunken text-ink-soft',
};

// From the middle of one disc to the middle of the next: across in a row, down in a column.
const lineClasses =
  "before:absolute before:top-9 before:left-4.5 before:h-full before:w-0.5 @min-[16rem]:before:top-4.5 @min-[16rem]:before:left-1/2 @min-[16rem]:before:h-0.5 @min-[16rem]:before:w-full last:before:hidden before:content-['']";

/** The steps of an order as a line, and the current one. As text too, so that it does not depend on colour. */
export function OrderSteps({ status }: { status: Order['status'] }) {
  const t = useTranslations('Orders');
  const reached = steps.findIndex((step) => step.status === status);
  const stateOf = (index: number): StepState => {
    if (index === reached) {
      return 'current';
    }
    return index < reached ? 'done' : 'ahead';
  };
  return (
    <div className="@container">
      {/* With large text there is no room for four words in a row. */}
      <ol
        aria-label={t('steps')}
        className="flex flex-col gap-4 @min-[16rem]:-mx-4 @min-[16rem]:grid @min-[16rem]:grid-cols-4 @min-[16rem]:gap-0"
      >
        {steps.map((step, index) => (
          <Step
            key={step.status}
            icon={step.icon}
            state={stateOf(index)}
            label={t(`status.${step.status}`)}
          />
        ))}
      </ol>
    </div>
  );
}

function Step({ icon, state, label }: { icon: IconName; state: StepState; label: string }) {
  const t = useTranslations('Orders');
  return (
    <li
      aria-current={state === 'current' ? 'step' : undefined}
      className={`relative flex items-center gap-3 @min-[16rem]:flex-col @min-[16rem]:gap-1.5 ${lineClasses} ${state === 'done' ? 'before:bg-accent' : 'before:bg-line'}`}
    >
      <span className={`relative grid size-9 shrink-0 place-items-center rounded-full ${discClasses[state]}`}>
        <Icon name={icon} className="size-5" />
      </span>
      <span
        className={`hyphens-auto @min-[16rem]:text-center text-[0.8125rem] leading-tight ${state === 'current' ? 'font-semibold' : 'text-ink-soft'}`}
      >
        {state === 'done'
          ? t.rich('stepDone', { step: label, aside: (words) => <span className="sr-only">{words}</span> })
          : label}
      </span>
    </li>
  );
}
