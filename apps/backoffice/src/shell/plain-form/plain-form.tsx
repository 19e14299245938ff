'use client';

import type { FormAction } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { TextField } from '@gudbro/ui/text-field';
import { useActionState } from 'react';
import { type PlainFormTexts, readProblem } from './read-problem';

/** A field of one line. */
export type PlainField = {
  name: string;
  label: string;
  type: 'text' | 'email' | 'password';
  autoComplete: string;
  hint?: string;
  /** What it shows before the first submission. */
  value?: string;
  inputMode?: 'numeric';
};

type PlainFormProps = {
  action: FormAction;
  fields: readonly PlainField[];
  /** Fields that nobody sees. */
  hidden?: Readonly<Record<string, string>>;
  submit: string;
  submitting: string;
  /** What is shown after a success that leads nowhere. */
  done?: string;
  texts: PlainFormTexts;
  variant?: 'primary' | 'secondary';
};

/** A form of a few fields. Only the server checks them, so it shows the same errors with and without JavaScript. */
export function PlainForm({
  action,
  fields,
  hidden = {},
  submit,
  submitting,
  done,
  texts,
  variant,
}: PlainFormProps) {
  const [state, submitAction, isPending] = useActionState(action, null);
  const refused = state?.ok === false ? state : null;
  const problem =
    refused &&
    readProblem(
      refused,
      texts,
      fields.map(({ name }) => name),
    );
  return (
    <form action={submitAction} noValidate className="space-y-5">
      {problem && (
        <Notice tone="danger" role="alert">
          {problem.text}
          {problem.link && (
            <>
              {' '}
              <a href={problem.link.href} className="font-semibold underline underline-offset-4">
                {problem.link.text}
              </a>
            </>
          )}
        </Notice>
      )}
      {state?.ok === true && done && (
        <Notice icon="check" role="status">
          {done}
        </Notice>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map(({ name, value, ...field }) => (
        <TextField
          key={name}
          {...field}
          name={name}
          required
          autoCapitalize={field.type === 'text' ? 'words' : 'none'}
          spellCheck={false}
          defaultValue={refused?.values[name] ?? value ?? ''}
          error={readText(texts.fields, refused?.fields[name])}
        />
      ))}
      <Button
        type="submit"
        variant={variant ?? 'primary'}
        disabled={isPending}
        className="w-full cursor-pointer"
      >
        {isPending ? submitting : submit}
      </Button>
    </form>
  );
}

function readText(texts: Readonly<Record<string, string>>, key: string | undefined): string | undefined {
  return key === undefined ? undefined : texts[key];
}
