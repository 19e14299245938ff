'use client';

import { useEffect } from 'react';
import { usePulse } from './pulse-context';

/** Shows in the window's tab that things wait, and how many, while the person is elsewhere: by its title and its icon. */
export function WaitingTitle() {
  const { orders = 0, reports = 0, requests = 0, documents = 0 } = usePulse().waiting;
  const count = orders + reports + requests + documents;
  useEffect(() => {
    const write = () => {
      const bare = document.title.replace(/^\(\d+\) /, '');
      const title = count === 0 ? bare : `(${count}) ${bare}`;
      if (document.title !== title) {
        document.title = title;
      }
      const href = count === 0 ? '/icon.svg' : '/icon-waiting.svg';
      // React adds a second one if this ran before it had taken over the one that the server sent.
      for (const icon of document.querySelectorAll('link[rel="icon"]')) {
        if (icon.getAttribute('href') !== href) {
          icon.setAttribute('href', href);
        }
      }
    };
    write();
    // Each screen writes its own title, and may bring its own icon.
    const watch = new MutationObserver(write);
    watch.observe(document.head, { childList: true, subtree: true, characterData: true });
    return () => watch.disconnect();
  }, [count]);
  return null;
}
