'use client';

import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { type ReactNode, useId } from 'react';

/** One of a few values, with a line about what it means. */
export type PlainOption = { value: string; label: string; hint?: string };

type Named = {
  name: string;
  label: string;
  hint?: string;
  /** What it shows before the first submission. */
  value?: string;
};

/** A field of one line. */
export type PlainText = Named & {
  type: 'text' | 'email' | 'password';
  autoComplete: string;
  inputMode?: 'numeric';
  isOptional?: boolean;
  /** No capital is put at its beginning. */
  isAsTyped?: boolean;
};

type PlainChoice = Named & { type: 'select' | 'radios'; options: readonly PlainOption[] };

/** On by default, unless its value is empty. */
type PlainCheck = Named & {
  type: 'check';
  /** The language of its label, where it is not that of the page. */
  lang?: string;
};

export type PlainField = PlainText | PlainChoice | PlainCheck;

type PlainFieldProps = { field: PlainField; value: string; error: string | undefined };

/** A field with its label, hint and error. */
export function PlainFieldInput({ field, value, error }: PlainFieldProps) {
  switch (field.type) {
    case 'select':
      return <Choice field={field} value={value} error={error} />;
    case 'radios':
      return <Radios field={field} value={value} error={error} />;
    case 'check':
      return <Check field={field} isChecked={value !== ''} />;
    default: {
      const { isOptional = false, isAsTyped = false, value: _value, ...input } = field;
      return (
        <TextField
          {...input}
          required={!isOptional}
          autoCapitalize={field.type === 'text' && !isAsTyped ? 'words' : 'none'}
          spellCheck={false}
          defaultValue={value}
          error={error}
        />
      );
    }
  }
}

type ChoiceProps = { field: PlainChoice; value: string; error: string | undefined };

function Choice({ field: { name, label, hint, options }, value, error }: ChoiceProps) {
  const id = useId();
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <Select
        id={id}
        name={name}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      <ErrorLine id={`${id}-error`}>{error}</ErrorLine>
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-ink-soft text-sm leading-snug">
          {hint}
        </p>
      )}
    </div>
  );
}

function Radios({ field: { name, label, options }, value, error }: ChoiceProps) {
  const id = useId();
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="space-y-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex min-h-12 cursor-pointer items-start gap-3 rounded-xl border border-field-line bg-surface px-4 py-3 has-checked:border-2 has-checked:border-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
              className="mt-1 size-5 shrink-0"
            />
            <span className="min-w-0">
              <span className="block font-semibold">{option.label}</span>
              {option.hint && (
                <span className="block text-pretty text-ink-soft text-sm leading-snug">{option.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
      <ErrorLine id={id}>{error}</ErrorLine>
    </fieldset>
  );
}

function Check({ field: { name, label, hint, lang }, isChecked }: { field: PlainCheck; isChecked: boolean }) {
  return (
    <label
      lang={lang}
      className="mb-0 flex min-h-12 cursor-pointer items-start gap-3 py-2.5 [&:has(+button)]:mb-5"
    >
      <input type="checkbox" name={name} defaultChecked={isChecked} className="mt-0.5 size-5 shrink-0" />
      <span className="min-w-0">
        {label}
        {hint && <span className="block text-ink-soft text-sm">{hint}</span>}
      </span>
    </label>
  );
}

function ErrorLine({ id, children }: { id: string; children: ReactNode }) {
  return children ? (
    <p id={id} role="alert" className="mt-1.5 font-medium text-danger leading-snug">
      {children}
    </p>
  ) : null;
}
