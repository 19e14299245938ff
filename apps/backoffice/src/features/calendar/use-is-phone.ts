'use client';

import { useSyncExternalStore } from 'react';

const narrow = '(width < 48rem)';

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(narrow);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

/** Whether the calendar is a list of one day. A server renders that, since it cannot render the grid. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(narrow).matches,
    () => true,
  );
}
