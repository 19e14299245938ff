'use client';

import { useEffect } from 'react';

/**
 * Takes the second click of a double click from every button that sends a form. The first has often changed the screen by then, and
 * another button stands in its place: "Check out" where "Check in" was, or the button of the next order.
 */
export function IgnoreDoubleClicks() {
  useEffect(() => {
    const ignore = (event: MouseEvent) => {
      // The browser counts the clicks that follow each other at one point.
      const isRepeated = event.detail > 1;
      if (
        isRepeated &&
        event.target instanceof Element &&
        event.target.closest('button[type=submit]') !== null
      ) {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener('click', ignore, true);
    return () => window.removeEventListener('click', ignore, true);
  }, []);
  return null;
}
