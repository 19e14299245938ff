'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { RoomWait } from '../stay/stay-state';

const intervalMs = 3_000;

/** Loads the page again once the room is ready, or the desk has checked the guest in. Nothing is asked while nobody looks. */
export function WatchRoom({ wait }: { wait: RoomWait }) {
  const router = useRouter();
  useEffect(() => {
    const check = async () => {
      if (document.visibilityState === 'visible' && (await hasChanged(wait))) {
        router.refresh();
      }
    };
    const onShown = () => void check();
    const timer = window.setInterval(onShown, intervalMs);
    document.addEventListener('visibilitychange', onShown);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [router, wait]);
  return null;
}

/** False as well when the server cannot be reached or fails: that says nothing about the room. */
async function hasChanged(wait: RoomWait): Promise<boolean> {
  try {
    const response = await fetch('/api/stay/session', { cache: 'no-store' });
    return response.ok ? (await response.json()).roomWait !== wait : response.status === 401;
  } catch {
    return false;
  }
}
