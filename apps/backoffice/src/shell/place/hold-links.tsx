'use client';

import { useEffect, useEffectEvent } from 'react';
import { useHasLine } from './use-has-line';

/** Takes the click from every link to another screen while this device has no line: the screen stays, with what is typed. */
export function HoldLinks() {
  const hasLine = useHasLine();
  const hold = useEffectEvent((event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
    // A new tab may show what it likes.
    const isHere = !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (link instanceof HTMLAnchorElement && isHere && leadsAway(link) && !hasLine()) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  useEffect(() => {
    const listener = (event: MouseEvent) => hold(event);
    window.addEventListener('click', listener, true);
    return () => window.removeEventListener('click', listener, true);
  }, []);
  return null;
}

/** Whether a link leads to another address of this app, and not to a part of this page, another tab, or a file. */
function leadsAway({ origin, pathname, search, target, download }: HTMLAnchorElement): boolean {
  const isSamePage = pathname === location.pathname && search === location.search;
  return origin === location.origin && !isSamePage && target === '' && download === '';
}
