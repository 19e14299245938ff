'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BedRow } from './rows';

/** What somebody opened in the calendar. */
export type Opened =
  | { kind: 'stay' | 'block'; id: string }
  | { kind: 'free'; bed: BedRow; from: string; to: string };

const stayParameter = 'stay';

/** The panel that is open at first is that of the stay in the address. */
export function useOpened(stayId: string | null) {
  return useState<Opened | null>(stayId === null ? null : { kind: 'stay', id: stayId });
}

type PanelHistory = {
  /** Whether a panel is open, which may also ask something. */
  isOpen: boolean;
  opened: Opened | null;
  open: (opened: Opened) => void;
  close: () => void;
};

/**
 * A panel has an entry of its own in the history, so that Back closes it and leaves the calendar open. A stay's is in the address,
 * so that a link shows a colleague the same.
 */
export function usePanelHistory({ isOpen, opened, open, close }: PanelHistory): void {
  const openedStay = opened?.kind === 'stay' ? opened.id : null;
  const wasOpen = useRef(isOpen);
  const hasEntry = useRef(false);
  useEffect(() => {
    const address = new URL(location.href);
    if (openedStay === null) {
      address.searchParams.delete(stayParameter);
    } else {
      address.searchParams.set(stayParameter, openedStay);
    }
    if (isOpen && !wasOpen.current) {
      window.history.pushState(null, '', address);
      hasEntry.current = true;
    } else if (!isOpen && hasEntry.current) {
      hasEntry.current = false;
      window.history.back();
    } else if (address.href !== location.href) {
      window.history.replaceState(null, '', address);
    }
    wasOpen.current = isOpen;
  }, [isOpen, openedStay]);

  const follow = useEffectEvent(() => {
    const id = new URLSearchParams(location.search).get(stayParameter);
    hasEntry.current = id !== null;
    wasOpen.current = id !== null;
    if (id === null) {
      close();
    } else {
      open({ kind: 'stay', id });
    }
  });
  useEffect(() => {
    const onPopState = () => follow();
    window.addEventListener('popstate', onPopState);
    return () => window.removeEventListener('popstate', onPopState);
  }, []);
}
