'use client';

import { useEffect, useRef, useState } from 'react';
import type { Tap } from '@/client/action';
import { takeEarlyTaps } from '@/client/early-taps';
import { useIsOnline } from '@/client/use-is-online';
import { cartStorageKey, hasStoredCart } from '../cart/stored-cart';
import { changeItem } from '../cart/use-service-cart';
import { goToSection } from './go-to-section';
import { type ActionParts, loadParts } from './load-actions';
import { LoadingToast } from './loading-toast';
import { preloadActions } from './preload-actions';
import type { StayPage } from './stay-page';
import { hideTapFailure, isDismissal } from './tap-failure';
import { createTapHandler } from './tap-handler';
import { useSessionWatch } from './use-session-watch';

/** `loading` is said while a tap waits for its script. */
export type ActionHostProps = { page: StayPage; loading: string };

/**
 * The only script that a stay's page runs before the first tap: it listens for taps. The sheets and the forms are loaded when
 * the page has loaded, or on the first tap. A tap on an item changes the saved cart without waiting for them, and the item's
 * row shows it.
 */
export function ActionHost({ page, loading }: ActionHostProps) {
  const [taps, setTaps] = useState<readonly Tap[]>([]);
  const [parts, setParts] = useState<ActionParts | null>(null);
  const [waiting, setWaiting] = useState(0);
  useSessionWatch(page);
  usePreload(page, setParts);

  useEffect(() => {
    const handleTap = createTapHandler(page.locale, {
      onItem: (action) => changeItem(page.code, action),
      onReady: (action, loaded) => {
        setParts(loaded);
        if (action !== null) {
          setTaps((before) => [...before, { action, number: before.length + 1 }]);
        }
      },
      onWaiting: setWaiting,
    });
    const onClick = (event: MouseEvent) => {
      if (isDismissal(event.target)) {
        hideTapFailure();
      }
      if (handleTap(event.target, performance.now()) || goToSection(event.target)) {
        event.preventDefault();
      }
    };
    document.addEventListener('click', onClick);
    const early = takeEarlyTaps();
    for (const [button, tappedAt] of early) {
      button.removeAttribute('aria-busy');
      handleTap(button, tappedAt);
    }
    if (early.length === 0 && window.history.state?.sheets > 0) {
      // The page was reloaded with sheets open. Drop their history entries, so that one step back leaves the page.
      window.history.go(-window.history.state.sheets);
    }
    return () => document.removeEventListener('click', onClick);
  }, [page.code, page.locale]);

  return (
    <>
      {parts && <parts.App page={page} messages={parts.messages} taps={taps} />}
      {waiting > 0 && <LoadingToast text={loading} />}
    </>
  );
}

/**
 * Loads the scripts of all actions ahead of the first tap, and again when the line is back. A cart that is stored, from an
 * earlier visit or from another tab, is shown as soon as they are there.
 */
function usePreload(page: StayPage, onCart: (parts: ActionParts) => void): void {
  const { code, locale } = page;
  const isOnline = useIsOnline();
  const hasCart = useRef(false);
  useEffect(() => {
    const showCart = () => {
      hasCart.current = true;
      // Without a connection, this effect runs again when it is back.
      loadParts(locale).then(onCart, (thrown) => console.info(thrown));
    };
    if (hasCart.current || hasStoredCart(code)) {
      showCart();
    }
    if (isOnline) {
      void preloadActions(page);
    }
    const onStorage = ({ key }: StorageEvent) => key === cartStorageKey(code) && showCart();
    window.addEventListener('storage', onStorage);
    return () => window.removeEventListener('storage', onStorage);
  }, [page, code, locale, onCart, isOnline]);
}
