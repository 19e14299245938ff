'use client';

import type { FormAction, FormState } from '@gudbro/api-kit';
import { type ComponentProps, useActionState, useState, useTransition } from 'react';
import { sendForm } from './send-form';
import { useDone } from './use-done';

type OneTap = {
  state: FormState;
  isPending: boolean;
  /** What the form gets. */
  form: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>;
};

/**
 * Sends a form that may be gone before its result is there: another desk, or this one, has read the screen anew meanwhile. So
 * what was done is said by the submission itself and not by an effect of the form. Without a script it is a plain form.
 */
export function useOneTap(action: FormAction, onDone?: () => void): OneTap {
  const [plainState, dispatch] = useActionState(action, null);
  const [state, setState] = useState<FormState>(null);
  const [isPending, startTransition] = useTransition();
  const finish = useDone();
  return {
    state: state ?? plainState,
    isPending,
    form: {
      action: dispatch,
      onSubmit: (event) => {
        event.preventDefault();
        if (isPending) {
          return;
        }
        // With the button that was pressed: a form may have several.
        const { submitter } = event.nativeEvent as SubmitEvent; // React's type is that of any event
        const sent = new FormData(event.currentTarget, submitter);
        startTransition(async () => {
          const result = await sendForm(action, sent);
          setState(result);
          if (result?.ok === true) {
            onDone?.();
            finish(result);
          }
        });
      },
    },
  };
}
