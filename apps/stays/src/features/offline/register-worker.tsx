'use client';

import { useEffect } from 'react';

/** Starts the worker that keeps this page, once everything the guest waits for is there. */
export function RegisterWorker() {
  useEffect(() => {
    if (!('serviceWorker' in navigator)) {
      return;
    }
    // Not every browser has idle callbacks.
    const whenIdle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 1000));
    const register = () => whenIdle(() => void registerWorker());
    if (document.readyState === 'complete') {
      register();
      return;
    }
    window.addEventListener('load', register, { once: true });
    return () => window.removeEventListener('load', register);
  }, []);
  return null;
}

async function registerWorker(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch (thrown) {
    // Some browsers allow no worker in a private window. The page is complete without it.
    console.info(thrown);
  }
}
