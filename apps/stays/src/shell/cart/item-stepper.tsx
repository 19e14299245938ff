'use client';

import { useEffect, useRef } from 'react';
import { actionProps } from '@/client/action';
import { quantityOf } from './cart';
import { QuantityStepper, type StepperLabels } from './quantity-stepper';
import { useServiceCart } from './use-service-cart';

type ItemStepperProps = {
  /** The page's code, by which its cart is stored. */
  code: string;
  itemId: string;
  name: string;
  max: number;
  labels: StepperLabels;
};

/** The stepper beside an item of the catalogue. ActionHost handles its taps, also those before this script has loaded. */
export function ItemStepper({ code, itemId, name, max, labels }: ItemStepperProps) {
  const quantity = quantityOf(useServiceCart(code).lines, itemId);
  const isRemoving = useRef(false);
  const plus = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (quantity === 0 && isRemoving.current) {
      // The pressed button is removed with the last one: without this the focus would be lost.
      plus.current?.focus({ preventScroll: true });
    }
    isRemoving.current = false;
  }, [quantity]);

  const rememberRemoving = () => {
    isRemoving.current = quantity === 1;
  };
  return (
    <QuantityStepper
      name={name}
      quantity={quantity}
      max={max}
      labels={labels}
      less={{ ...actionProps({ name: 'remove-item', itemId }), onClick: rememberRemoving }}
      more={actionProps({ name: 'add-item', itemId })}
      moreRef={plus}
    />
  );
}
