'use client';

import { useEffect } from 'react';

/** After signing out: what a browser that does not know Clear-Site-Data has kept of the stay goes now. */
export function ForgetHere() {
  useEffect(() => {
    forgetStorage(() => localStorage);
    forgetStorage(() => sessionStorage);
    void forgetCaches();
  }, []);
  return null;
}

function forgetStorage(storage: () => Storage): void {
  try {
    storage().clear();
  } catch {
    // Switched off: then nothing was kept.
    return;
  }
}

async function forgetCaches(): Promise<void> {
  // Only there where the page is safe from listeners, as is the worker that fills them.
  if ('caches' in window) {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  }
}
