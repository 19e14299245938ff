'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const intervalMs = 60_000;

/** Loads the page again when the stay has begun, was opened early by the desk, or is not the guest's any more. */
export function WatchBeginning() {
  const router = useRouter();
  useEffect(() => {
    const check = async () => {
      if (document.visibilityState === 'visible' && !(await isUpcoming())) {
        router.refresh();
      }
    };
    const onShown = () => void check();
    const timer = window.setInterval(onShown, intervalMs);
    document.addEventListener('visibilitychange', onShown);
    window.addEventListener('pageshow', onShown);
    return () => {
      window.clearInterval(timer);
      document.removeEventListener('visibilitychange', onShown);
      window.removeEventListener('pageshow', onShown);
    };
  }, [router]);
  return null;
}

/** True as well when the server cannot be reached or fails: that says nothing about the stay. */
async function isUpcoming(): Promise<boolean> {
  try {
    const response = await fetch('/api/stay/session', { cache: 'no-store' });
    return response.ok ? (await response.json()).state === 'upcoming' : response.status !== 401;
  } catch {
    return true;
  }
}
