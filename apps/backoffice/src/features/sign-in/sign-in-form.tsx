'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { TextField } from '@gudbro/ui/text-field';
import { useActionState } from 'react';
import { signInAction } from './actions';
import type { SignInTexts } from './sign-in-texts';

type Refused = Extract<Awaited<ReturnType<typeof signInAction>>, { ok: false }>;

type SignInFormProps = { next: string; texts: SignInTexts };

/** Only the server checks the fields, so the form shows the same errors with and without JavaScript. */
export function SignInForm({ next, texts }: SignInFormProps) {
  const [state, action, isPending] = useActionState(signInAction, null);
  const refused = state?.ok === false ? state : null;
  return (
    <form action={action} noValidate className="space-y-5">
      {refused && (
        <Notice tone="danger" role="alert">
          {readError(texts, refused)}
        </Notice>
      )}
      <input type="hidden" name="next" value={next} />
      <TextField
        label={texts.email}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        required
        defaultValue={refused?.values['email'] ?? ''}
        error={readText(texts.fields, refused?.fields['email'])}
      />
      <TextField
        label={texts.password}
        name="password"
        type="password"
        autoComplete="current-password"
        required
        error={readText(texts.fields, refused?.fields['password'])}
      />
      <Button type="submit" disabled={isPending} className="w-full cursor-pointer">
        {isPending ? texts.submitting : texts.submit}
      </Button>
    </form>
  );
}

function readError({ errors }: SignInTexts, refused: Refused): string {
  return refused.error === 'rate_limited'
    ? errors.rate_limited.replace('{minutes}', String(Math.ceil(refused.retryAfterSeconds / 60)))
    : (readText(errors, refused.error) ?? errors.internal);
}

function readText(texts: Record<string, string>, key: string | undefined): string | undefined {
  return key === undefined ? undefined : texts[key];
}
