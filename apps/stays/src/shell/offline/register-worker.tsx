'use client';

import { useEffect } from 'react';

/** Registers the service worker that saves this page, after the page has loaded and the browser is idle. */
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
  // This page was loaded before the worker controlled it, so the worker has to request it again to save it.
  serviceWorker.addEventListener('controllerchange', () => serviceWorker.controller?.postMessage('keep'));
  try {
    await serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch (thrown) {
    // Some browsers refuse workers in private windows. The page works without one.
    console.info(thrown);
  }
}
