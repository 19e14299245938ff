import type { FormEvent } from 'react';

/** Ignores a second submission while the first is under way. The button is not disabled, which would take the focus from it. */
export function ignoreWhile(isPending: boolean) {
  return (event: FormEvent) => {
    if (isPending) {
      event.preventDefault();
    }
  };
}
