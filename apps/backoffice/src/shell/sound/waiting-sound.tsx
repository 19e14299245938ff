'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { usePulse } from '../place/pulse-context';
import { useSoundOfWindow } from './sound-context';
import { useRepeatedSound } from './use-repeated-sound';

/**
 * Sounds on every screen where a new order has come, and again until somebody takes it. The board of orders says more by sound, and
 * of the category that it shows, so there it is silent.
 */
export function WaitingSound() {
  const { seenAt, newOrders, newestOrder } = usePulse();
  const { play } = useSoundOfWindow();
  const isOnBoard = /^\/p\/[^/]+\/orders(\/kitchen)?$/.test(usePathname());
  const isKnown = seenAt !== null;
  const cameMs = newestOrder?.getTime() ?? 0;
  // Of the orders that came before, some are taken, and one may be back: only a later one is new.
  const latestMs = useRef<number | null>(null);
  useEffect(() => {
    if (!isKnown) {
      return;
    }
    if (latestMs.current !== null && cameMs > latestMs.current && !isOnBoard) {
      play('new');
    }
    latestMs.current = Math.max(latestMs.current ?? 0, cameMs);
  }, [isKnown, cameMs, isOnBoard, play]);
  useRepeatedSound(newOrders > 0 && !isOnBoard);
  return null;
}
