'use client';

import { useEffect, useState } from 'react';

/** Keeps the screen of this device on while the page is shown. False where the browser cannot or does not want to. */
export function useWakeLock(): boolean {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (!('wakeLock' in navigator)) {
      return;
    }
    let lock: WakeLockSentinel | null = null;
    let isOver = false;
    const hold = async () => {
      if (document.visibilityState !== 'visible' || (lock !== null && !lock.released)) {
        return;
      }
      const held = await navigator.wakeLock.request('screen').catch(() => null);
      if (isOver) {
        void held?.release();
        return;
      }
      lock = held;
      setIsHeld(held !== null);
      held?.addEventListener('release', () => setIsHeld(false));
    };
    void hold();
    // The browser takes the lock away from a page that is hidden. A battery that is low refuses it until a touch, at times.
    document.addEventListener('visibilitychange', hold);
    document.addEventListener('pointerdown', hold);
    return () => {
      isOver = true;
      document.removeEventListener('visibilitychange', hold);
      document.removeEventListener('pointerdown', hold);
      void lock?.release();
    };
  }, []);
  return isHeld;
}
