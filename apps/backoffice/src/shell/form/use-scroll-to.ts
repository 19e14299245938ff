'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** Scrolls to what is said about a form each time there is something new to say: the button that was pressed may be a screen below it. */
export function useScrollTo(said: object | null): RefObject<HTMLDivElement | null> {
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said !== null) {
      notice.current?.scrollIntoView({ block: 'nearest' });
    }
  }, [said]);
  return notice;
}
