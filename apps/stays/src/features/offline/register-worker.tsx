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
  const { serviceWorker } = navigator;
  // This page came before the worker that takes it over now, which has to read it once more to keep it.
  serviceWorker.addEventListener('controllerchange', () => serviceWorker.controller?.postMessage('keep'));
  try {
    await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch (thrown) {
    // Some browsers allow no worker in a private window. The page is complete without it.
    console.info(thrown);
  }
}
