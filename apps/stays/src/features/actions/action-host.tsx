'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { hasStoredCart } from '../orders/stored-cart';
import { type Action, readAction } from './action';
import type { StayPage } from './stay-page';

const ActionApp = lazy(() => import('./action-app').then((loaded) => ({ default: loaded.ActionApp })));

/** A tap, told apart from the same tap before. */
export type Tap = { action: Action; number: number };

/**
 * All the script the page needs before the first tap: it waits for one. Sheets, cart, forms and what they fetch with
 * come with the first need, or when a cart from earlier waits to be shown.
 */
export function ActionHost({ page }: { page: StayPage }) {
  const [taps, setTaps] = useState<readonly Tap[]>([]);
  const [isNeeded, setIsNeeded] = useState(false);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const action = readAction(event.target);
      if (action !== null) {
        event.preventDefault();
        setIsNeeded(true);
        setTaps((before) => [...before, { action, number: before.length + 1 }]);
      }
    };
    document.addEventListener('click', onClick);
    setIsNeeded((was) => was || hasStoredCart(page.code));
    return () => document.removeEventListener('click', onClick);
  }, [page.code]);

  return isNeeded ? (
    <Suspense>
      <ActionApp page={page} taps={taps} />
    </Suspense>
  ) : null;
}
