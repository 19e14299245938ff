'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Moves the focus to the content where the screen that was left took it along, as a saved form does with its button. What still
 * has the focus, such as a link of the rail, keeps it.
 */
export function FocusContent() {
  const address = `${usePathname()}?${useSearchParams()}`;
  const shown = useRef(address);
  useEffect(() => {
    if (shown.current === address) {
      return;
    }
    shown.current = address;
    if (document.activeElement === document.body) {
      document.querySelector<HTMLElement>('#content')?.focus({ preventScroll: true });
    }
  }, [address]);
  return null;
}
