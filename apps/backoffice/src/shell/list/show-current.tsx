'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** A row of links that a phone scrolls sideways. It begins at the current one. */
export function ShowCurrent({ className, children }: { className: string; children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const current = list.current?.querySelector('[aria-current]')?.closest('li');
    if (list.current && current) {
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
