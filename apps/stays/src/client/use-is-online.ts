'use client';

import { useSyncExternalStore } from 'react';
import { isLineUp, subscribeToLine } from './line-state';

/** Whether our server can be reached, as far as we know. It may be wrong, so it must never block an action. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribeToLine, isLineUp, () => true);
}
