'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { cartPlace, hasStoredCart } from '../orders/stored-cart';
import { type Action, readAction } from './action';
import { takeEarlyTaps } from './early-taps';
import { goToSection } from './go-to-section';
import { loadPatiently } from './load-patiently';
import { loadingLook } from './loading-look';
import type { StayPage } from './stay-page';
import { useSessionWatch } from './use-session-watch';

const ActionApp = lazy(() =>
  loadPatiently(() => import('./action-app')).then((loaded) => ({ default: loaded.ActionApp })),
);

/** A tap, told apart from the same tap before. */
export type Tap = { action: Action; number: number };

/**
 * All the script the page needs before the first tap: it waits for one. Sheets, cart, forms and what they fetch with
 * come with the first need, or when a cart from earlier, or from another tab, waits to be shown.
 */
export function ActionHost({ page, loading }: { page: StayPage; loading: string }) {
  const [taps, setTaps] = useState<readonly Tap[]>([]);
  const [isNeeded, setIsNeeded] = useState(false);
  useSessionWatch(page);

  useEffect(() => {
    const hear = (target: EventTarget | null): boolean => {
      const action = readAction(target);
      if (action !== null) {
        setIsNeeded(true);
        setTaps((before) => [...before, { action, number: before.length + 1 }]);
      }
      return action !== null;
    };
    const onClick = (event: MouseEvent) => {
      if (hear(event.target) || goToSection(event.target)) {
        event.preventDefault();
      }
    };
    const onStorage = ({ key }: StorageEvent) => key === cartPlace(page.code) && setIsNeeded(true);
    document.addEventListener('click', onClick);
    window.addEventListener('storage', onStorage);
    const early = takeEarlyTaps();
    early.forEach(hear);
    setIsNeeded((was) => was || hasStoredCart(page.code));
    if (early.length === 0 && window.history.state?.sheets > 0) {
      // The page was loaded anew while a sheet lay on it: one step back must leave the page again.
      window.history.go(-window.history.state.sheets);
    }
    return () => {
      document.removeEventListener('click', onClick);
      window.removeEventListener('storage', onStorage);
    };
  }, [page.code]);

  const waiting = taps.length > 0 && (
    <p role="status" className={loadingLook}>
      {loading}
    </p>
  );
  return isNeeded ? (
    <Suspense fallback={waiting}>
      <ActionApp page={page} taps={taps} />
    </Suspense>
  ) : null;
}
