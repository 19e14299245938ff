'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { usePulse } from '../place/pulse-context';
import { useSoundOfWindow } from './sound-context';

/** Sounds on every screen where one more order waits than before. The board of orders says more by sound, and does so itself. */
export function WaitingSound() {
  const { orders = 0 } = usePulse().waiting;
  const { play } = useSoundOfWindow();
  const isOnBoard = /\/orders(\/kitchen)?$/.test(usePathname());
  const before = useRef<number | null>(null);
  useEffect(() => {
    if (before.current !== null && orders > before.current && !isOnBoard) {
      play('new');
    }
    before.current = orders;
  }, [orders, isOnBoard, play]);
  return null;
}
