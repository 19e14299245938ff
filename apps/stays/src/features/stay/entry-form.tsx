'use client';

import { type FormEvent, type ReactNode, useRef } from 'react';

/**
 * A plain form that leads back to its own page. With script it does so without a step in the history: back leads to
 * where the guest came from, not through every try.
 */
export function EntryForm({ action, children }: { action: string; children: ReactNode }) {
  const isBusy = useRef(false);

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    if (isBusy.current) {
      return;
    }
    isBusy.current = true;
    if (await hasSent(form)) {
      window.location.reload();
    } else {
      // What is wrong, the browser says best: by the page that is the answer, or by its own word for a dead line.
      form.submit();
      isBusy.current = false;
    }
  }

  return (
    <form method="post" action={action} onSubmit={send} className="space-y-4">
      {children}
    </form>
  );
}

/** Whether the form's target sent us back to our page, which now knows. */
async function hasSent(form: HTMLFormElement): Promise<boolean> {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    return response.type === 'opaqueredirect';
  } catch {
    return false;
  }
}
