'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** A row of links that a phone scrolls sideways. It begins at the current one, unless somebody was faster. */
export function ShowCurrent({ className, children }: { className: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]')?.closest('li');
    // A row that moves under the finger takes the press away from the link.
    if (list.current?.scrollLeft === 0 && current) {
      // Not `scrollIntoView`, which would scroll the page too.
      list.current.scrollLeft = current.offsetLeft - list.current.offsetLeft - 16;
    }
  }, []);
  return (
    <ul ref={list} className={className}>
      {children}
    </ul>
  );
}
