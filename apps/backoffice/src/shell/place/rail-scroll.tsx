'use client';

import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';

/** The part of the rail that scrolls in a low window. It shows the current screen's link. */
export function RailScroll({ children }: { children: ReactNode }) {
  const pathname = usePathname();
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const current = part.current?.querySelector<HTMLElement>('[aria-current]');
    if (part.current && current) {
      const { scrollTop, clientHeight } = part.current;
      const isSeen =
        current.offsetTop >= scrollTop &&
        current.offsetTop + current.offsetHeight <= scrollTop + clientHeight;
      // Not `scrollIntoView`, which may scroll the page too.
      part.current.scrollTop = isSeen ? scrollTop : current.offsetTop - clientHeight / 2;
    }
  }, [pathname]);
  return (
    <div ref={part} className="min-h-0 grow overflow-y-auto p-3">
      {children}
    </div>
  );
}
