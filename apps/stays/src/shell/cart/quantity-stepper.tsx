'use client';

import { Icon } from '@gudbro/ui/icon';
import type { ComponentProps, Ref } from 'react';

/** The texts of the stepper in the reader's language, with the item's name in them. */
export type StepperLabels = { more: string; less: string; remove: string; most: string };

type ButtonProps = Omit<ComponentProps<'button'>, 'className' | 'type' | 'children'> & {
  [attribute: `data-${string}`]: string | undefined;
};

type QuantityStepperProps = {
  name: string;
  quantity: number;
  /** The most that one order may have of it. */
  max: number;
  labels: StepperLabels;
  /** What the two buttons do. */
  less: ButtonProps;
  more: ButtonProps;
  moreRef?: Ref<HTMLButtonElement>;
};

const roundButton =
  'grid size-12 shrink-0 place-items-center rounded-full bg-sunken text-accent hover:bg-accent hover:text-accent-ink aria-disabled:cursor-not-allowed aria-disabled:bg-transparent aria-disabled:text-ink-soft';

/**
 * The quantity of an item between a minus and a plus button. While the quantity is 0, only the plus is shown. The width is
 * always the same, so that nothing moves with the first tap. The word at the most of an item stands between the two round
 * buttons, so it grows with the text size only as far as it fits there.
 */
export function QuantityStepper(props: QuantityStepperProps) {
  const { name, quantity, max, labels, less, more, moreRef } = props;
  const isAtMost = quantity >= max;
  return (
    <div className="flex w-34 shrink-0 items-center justify-end">
      {quantity > 0 && (
        <button {...less} type="button" className={roundButton}>
          <Icon name="minus" />
          <span className="sr-only">{quantity === 1 ? labels.remove : labels.less}</span>
        </button>
      )}
      {/* In the page from the start: some screen readers do not announce an output that is inserted with its text. */}
      <output className="relative w-10 shrink-0 text-center font-semibold tabular-nums leading-none">
        {quantity > 0 && (
          <>
            {quantity}
            <span className="sr-only"> × {name}</span>
            {isAtMost && (
              <span className="absolute inset-x-0 top-full mt-0.5 whitespace-nowrap font-normal text-[length:min(0.75rem,14px)] text-ink-soft">
                {labels.most}
              </span>
            )}
          </>
        )}
      </output>
      <button
        {...more}
        ref={moreRef}
        type="button"
        aria-disabled={isAtMost || undefined}
        className={roundButton}
      >
        <Icon name="plus" />
        <span className="sr-only">{labels.more}</span>
      </button>
    </div>
  );
}
