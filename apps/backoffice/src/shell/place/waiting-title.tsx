'use client';

import { useEffect } from 'react';
import { usePulse } from './pulse-context';

/** Writes how many things wait before the title of the window, which its tab shows while the person is elsewhere. */
export function WaitingTitle() {
  const { orders = 0, reports = 0, requests = 0 } = usePulse().waiting;
  const count = orders + reports + requests;
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(/^\(\d+\) /, '');
      const title = count === 0 ? bare : `(${count}) ${bare}`;
      if (document.title !== title) {
        document.title = title;
      }
    };
    write();
    // Each screen writes its own title.
    const watch = new MutationObserver(write);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [count]);
  return null;
}
