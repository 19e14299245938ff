'use client';

import { lazy, Suspense, useEffect, useState } from 'react';
import { cartStorageKey, hasStoredCart } from '../orders/stored-cart';
import { changeItem } from '../orders/use-service-cart';
import { readAction, type SheetAction } from './action';
import { takeEarlyTaps } from './early-taps';
import { goToSection } from './go-to-section';
import { loadingToastClass } from './loading-toast-class';
import { retryUntilLoaded } from './retry-until-loaded';
import type { StayPage } from './stay-page';
import { useSessionWatch } from './use-session-watch';

const ActionApp = lazy(() =>
  retryUntilLoaded(() => import('./action-app')).then((loaded) => ({ default: loaded.ActionApp })),
);

/** Numbered, so that a second tap on the same button is a new tap. */
export type Tap = { action: SheetAction; number: number };

/**
 * The only script that a stay's page runs before the first tap: it listens for taps. The sheets and the forms are loaded on
 * the first tap, or at once if there is a saved cart to show, from an earlier visit or from another tab. A tap on an item
 * changes the saved cart without waiting for them, and the item's row shows it.
 */
export function ActionHost({ page, loading }: { page: StayPage; loading: string }) {
  const [taps, setTaps] = useState<readonly Tap[]>([]);
  const [isNeeded, setIsNeeded] = useState(false);
  useSessionWatch(page);

  useEffect(() => {
    const handleTap = (target: EventTarget | null): boolean => {
      const action = readAction(target);
      if (action === null) {
        return false;
      }
      setIsNeeded(true);
      if ('itemId' in action) {
        changeItem(page.code, action);
      } else {
        setTaps((before) => [...before, { action, number: before.length + 1 }]);
      }
      return true;
    };
    const onClick = (event: MouseEvent) => {
      if (handleTap(event.target) || goToSection(event.target)) {
        event.preventDefault();
      }
    };
    const onStorage = ({ key }: StorageEvent) => key === cartStorageKey(page.code) && setIsNeeded(true);
    document.addEventListener('click', onClick);
    window.addEventListener('storage', onStorage);
    const early = takeEarlyTaps();
    early.forEach(handleTap);
    // What a tap on an item asked for is done. The others are marked until their sheet has loaded.
    for (const button of early) {
      if (button.matches('[data-item]')) {
        button.removeAttribute('aria-busy');
      }
    }
    setIsNeeded((was) => was || hasStoredCart(page.code));
    if (early.length === 0 && window.history.state?.sheets > 0) {
      // The page was reloaded with sheets open. Drop their history entries, so that one step back leaves the page.
      window.history.go(-window.history.state.sheets);
    }
    return () => {
      document.removeEventListener('click', onClick);
      window.removeEventListener('storage', onStorage);
    };
  }, [page.code]);

  const waiting = taps.length > 0 && (
    <p role="status" className={loadingToastClass}>
      {loading}
    </p>
  );
  return isNeeded ? (
    <Suspense fallback={waiting}>
      <ActionApp page={page} taps={taps} />
    </Suspense>
  ) : null;
}
