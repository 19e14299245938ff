'use client';

import type { FormState } from '@gudbro/api-kit';
import type { RefObject } from 'react';
import { useResult } from './use-result';

/** After a refused submission: the focus goes to the first field that is wrong. */
export function useFocusOnInvalid(state: FormState, around: RefObject<HTMLElement | null>): void {
  useResult(state, ({ ok }) => {
    if (!ok) {
      around.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  });
}
