'use client';

import { useEffect, useEffectEvent } from 'react';

/** Where a browser keeps whether single letters do anything. */
export const letterKeysStorage = 'letter-keys';

/** How long the second letter may take. A person who types with one finger, or on a slow phone, needs more than a second. */
export const letterTime = 3000;

/** The letters after which a second one opens a screen or begins something new. */
const leads: ReadonlySet<string> = new Set(['g', 'n']);

/** Letters belong to a field while somebody types in it, and to the input method while it composes. */
export function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    event.isComposing ||
    (target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, textarea, select'))) ||
    document.querySelector('dialog[open]') !== null
  );
}

/**
 * The keys of one screen beside those of every screen: `{ v: verify, ArrowLeft: turn }`. A letter after `g` or `n` belongs to those,
 * and characters do nothing where the person has switched them off (WCAG 2.1.4).
 */
export function useScreenKeys(acts: Readonly<Record<string, () => void>>): void {
  const run = useEffectEvent((event: KeyboardEvent) => {
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (act !== undefined) {
      event.preventDefault();
      act();
    }
  });
  useEffect(() => {
    let ledAt = Number.NEGATIVE_INFINITY;
    const onKey = (event: KeyboardEvent) => {
      if (isTyping(event) || event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      const isSecond = event.timeStamp - ledAt < letterTime;
      const isCharacter = event.key.length === 1;
      // A letter that is held down is pressed once: it may answer what its first press has asked.
      const isHeldLetter = event.repeat && /^\p{L}$/u.test(event.key);
      ledAt = !isSecond && leads.has(event.key.toLowerCase()) ? event.timeStamp : Number.NEGATIVE_INFINITY;
      if (isHeldLetter) {
        return;
      }
      if (isCharacter && (isSecond || localStorage.getItem(letterKeysStorage) === 'off')) {
        return;
      }
      run(event);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
