'use client';

import type { FormState } from '@gudbro/api-kit';
import { useEffect, useEffectEvent } from 'react';

/**
 * Handles each result of an action once. What the handler uses, such as texts, changes when the action has rendered the page
 * anew, and the result must not be handled again then.
 */
export function useResult(state: FormState, handle: (result: NonNullable<FormState>) => void): void {
  const onResult = useEffectEvent(handle);
  useEffect(() => {
    if (state !== null) {
      onResult(state);
    }
  }, [state]);
}
