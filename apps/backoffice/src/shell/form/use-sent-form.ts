'use client';

import type { FormAction, FormState } from '@gudbro/api-kit';
import { type ComponentProps, startTransition, useActionState } from 'react';
import { sendForm } from './send-form';

type SentForm = {
  state: FormState;
  isPending: boolean;
  /** What a form that is sent without a script runs. */
  plainAction: (form: FormData) => void;
  /** Sends the form by a script, in a transition. */
  send: (form: FormData) => void;
  /** What a form gets that needs nothing else. It keeps what was typed, whatever the outcome, and ignores a second submission. */
  form: Pick<ComponentProps<'form'>, 'action' | 'onSubmit'>;
};

/** The action of a form. By a script it is sent so that a lost line is an outcome like others, and without one as a plain form. */
export function useSentForm(action: FormAction): SentForm {
  const [plainState, plainAction] = useActionState(action, null);
  const [sentState, dispatch, isPending] = useActionState(
    (_before: FormState, form: FormData) => sendForm(action, form),
    null,
  );
  const send = (form: FormData) => startTransition(() => dispatch(form));
  return {
    state: sentState ?? plainState,
    isPending,
    plainAction,
    send,
    form: {
      action: plainAction,
      onSubmit: (event) => {
        event.preventDefault();
        if (!isPending) {
          send(new FormData(event.currentTarget));
        }
      },
    },
  };
}
