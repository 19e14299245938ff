'use client';

import { useEffect, useRef } from 'react';
import type { SheetName } from '@/client/action';

/**
 * Moves the focus to a heading or button when the element that should get it back no longer exists: the cart's button
 * goes when the cart is empty, and a locked section goes when the guest verifies. `isOwn`: the page shows the guest's
 * own stay.
 */
export function useFocusFallback(sheet: SheetName | null, isOwn: boolean): void {
  const last = useRef<SheetName | null>(null);
  const closed = useRef<SheetName | null>(null);

  useEffect(() => {
    closed.current = sheet === null ? last.current : null;
    last.current = sheet;
    if (closed.current !== null && isFocusLost()) {
      focusFirst(
        closed.current === 'cart' ? '#services h2' : `[data-action="${closed.current}"]`,
        '#stay h2',
      );
    }
  }, [sheet]);

  useEffect(() => {
    // On a slow line the guest's own stay comes after a sheet was closed, and brings the button that opens it.
    const isWaiting = closed.current !== null && document.activeElement?.matches('#stay h2') === true;
    if (isOwn && (isFocusLost() || isWaiting)) {
      focusFirst(...(closed.current === 'orders' ? ['[data-action="orders"]'] : []), '#stay h2');
    }
  }, [isOwn]);
}

function isFocusLost(): boolean {
  return document.activeElement === document.body && document.querySelector('dialog[open]') === null;
}

function focusFirst(...selectors: string[]): void {
  const found = selectors
    .flatMap((selector) => [...document.querySelectorAll<HTMLElement>(selector)])
    .find((element) => element.checkVisibility());
  if (found?.matches('h2')) {
    found.tabIndex = -1;
  }
  found?.focus({ preventScroll: true });
}
