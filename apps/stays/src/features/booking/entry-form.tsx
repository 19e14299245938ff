'use client';

import { type FormEvent, type ReactNode, useRef } from 'react';

/**
 * A form that leads back to its own page. With script it adds nothing to the history, so that the back button does not
 * step through every attempt.
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
    if (await wasRedirected(form)) {
      window.location.reload();
    } else {
      // Submit again without script, so that the browser shows the error page or its own message for no connection.
      form.submit();
      isBusy.current = false;
    }
  }

  return (
    // noValidate: our own errors instead of the browser's bubbles.
    <form method="post" action={action} onSubmit={send} noValidate className="space-y-4">
      {children}
    </form>
  );
}

/** Sends the form. True if it was accepted: its target always redirects to the page, which shows the result. */
async function wasRedirected(form: HTMLFormElement): Promise<boolean> {
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
