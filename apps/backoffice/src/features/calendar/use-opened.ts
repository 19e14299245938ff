'use client';

import { useEffect, useState } from 'react';
import type { BedRow } from './rows';

/** What somebody opened in the calendar. */
export type Opened =
  | { kind: 'stay' | 'block'; id: string }
  | { kind: 'free'; bed: BedRow; from: string; to: string };

/** The panel that is open. A stay's is in the address, so that a link shows a colleague the same. */
export function useOpened(stayId: string | null) {
  const [opened, setOpened] = useState<Opened | null>(stayId === null ? null : { kind: 'stay', id: stayId });
  const openedStay = opened?.kind === 'stay' ? opened.id : null;
  useEffect(() => {
    const address = new URL(location.href);
    if (address.searchParams.get('stay') === openedStay) {
      return;
    }
    if (openedStay === null) {
      address.searchParams.delete('stay');
    } else {
      address.searchParams.set('stay', openedStay);
    }
    window.history.replaceState(null, '', address);
  }, [openedStay]);
  return { opened, setOpened };
}
