'use client';

import { useEffect } from 'react';
import { tellOtherTabs } from '@/client/stay-channel';

/** Deletes what the browser stored of the stay, for browsers that do not know the Clear-Site-Data header. */
export function ClearBrowserStorage() {
  useEffect(() => {
    clearStorage(() => localStorage);
    clearStorage(() => sessionStorage);
    void deleteCaches();
    tellOtherTabs('signed-out');
  }, []);
  return null;
}

function clearStorage(storage: () => Storage): void {
  try {
    storage().clear();
  } catch {
    // Storage is switched off, so nothing was stored.
    return;
  }
}

async function deleteCaches(): Promise<void> {
  // Browsers have caches, and the service worker that fills them, only on https and localhost.
  if ('caches' in window) {
    await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
  }
}
