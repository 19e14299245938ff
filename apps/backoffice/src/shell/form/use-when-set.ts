'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

/**
 * Reads fields again once a draft, or the value of somebody else, was put into them (`setValues`). React hears nothing of that, and
 * the event does not bubble. `around` is the field, or what the fields stand in.
 */
export function useWhenSet(around: RefObject<HTMLElement | null>, read: () => void): void {
  const onSet = useEffectEvent(read);
  useEffect(() => {
    const element = around.current;
    const listen = () => onSet();
    element?.addEventListener('set', listen, true);
    return () => element?.removeEventListener('set', listen, true);
  }, [around]);
}
