'use client';

import type { FormAction, FormState } from '@gudbro/api-kit';
import { useActionState } from 'react';
import { sendForm } from './send-form';

type SentForm = {
  state: FormState;
  isPending: boolean;
  /** What a form that is sent without a script runs. */
  plainAction: (form: FormData) => void;
  /** Sends the form by a script, in a transition. */
  send: (form: FormData) => void;
};

/** The action of a form. By a script it is sent so that a lost line is an outcome like others, and without one as a plain form. */
export function useSentForm(action: FormAction): SentForm {
  const [plainState, plainAction] = useActionState(action, null);
  const [sentState, send, isPending] = useActionState(
    (_before: FormState, form: FormData) => sendForm(action, form),
    null,
  );
  return { state: sentState ?? plainState, isPending, plainAction, send };
}
