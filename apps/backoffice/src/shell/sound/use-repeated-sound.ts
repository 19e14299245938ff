'use client';

import { useEffect } from 'react';
import { useSoundOfWindow } from './sound-context';

const repeatMs = 20_000;

/** Sounds again and again while new orders wait, until somebody takes them. */
export function useRepeatedSound(isWaiting: boolean): void {
  const { isOn, play } = useSoundOfWindow();
  useEffect(() => {
    if (!isOn || !isWaiting) {
      return;
    }
    const timer = setInterval(() => play('new'), repeatMs);
    return () => clearInterval(timer);
  }, [isOn, isWaiting, play]);
}
