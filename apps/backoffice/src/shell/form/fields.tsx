'use client';

import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import { type ComponentProps, type ReactNode, useId, useRef, useState } from 'react';
import { useFieldError } from './form-context';
import { useWhenSet } from './use-when-set';

type Common = { name: string; label: string; hint?: string };

export type TextInputProps = Common & Omit<ComponentProps<'input'>, 'name' | 'id' | 'ref'>;

/** One line of text. Its error is the one the form has for its name. */
export function TextInput({ name, label, hint, ...input }: TextInputProps) {
  return <TextField {...input} name={name} label={label} hint={hint} error={useFieldError(name)} />;
}

/** A whole number, typed as text: a number field changes under a scrolling wheel. */
export function NumberInput(props: TextInputProps) {
  return <TextInput inputMode="numeric" autoComplete="off" {...props} />;
}

export function TimeInput(props: TextInputProps) {
  return <TextInput type="time" {...props} />;
}

export function DateInput(props: TextInputProps) {
  return <TextInput type="date" {...props} />;
}

/** Several lines of text. */
export function TextArea({
  name,
  label,
  hint,
  ...area
}: Common & Omit<ComponentProps<'textarea'>, 'name' | 'id' | 'ref'>) {
  return (
    <Labelled name={name} label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <textarea
          rows={4}
          {...area}
          {...ids}
          name={name}
          className="w-full min-w-0 rounded-xl border border-field-line bg-surface px-4 py-3 text-base text-ink leading-relaxed placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger"
        />
      )}
    </Labelled>
  );
}

type SelectInputProps = Common & {
  options: readonly { value: string; label: string; disabled?: boolean }[];
  defaultValue?: string;
  /** Told what is chosen, for what else the form shows then. */
  onChoose?: (value: string) => void;
};

/** One of a few values. What is chosen stays chosen when it is no longer offered, so that nothing else is saved in its place. */
export function SelectInput({ name, label, hint, options, defaultValue, onChoose }: SelectInputProps) {
  const t = useTranslations('Form');
  const select = useRef<HTMLSelectElement>(null);
  const [chosen, setChosen] = useState(
    () => options.find(({ value }) => value === defaultValue) ?? options.find(({ disabled }) => !disabled),
  );
  const choose = (value: string) => {
    setChosen((before) => offered.find((option) => option.value === value) ?? before);
    onChoose?.(value);
  };
  useWhenSet(select, () => choose(select.current?.value ?? ''));
  const offered =
    chosen === undefined || options.some(({ value }) => value === chosen.value)
      ? options
      : [...options, { ...chosen, label: t('noLongerOffered', { label: chosen.label }), disabled: false }];
  return (
    <Labelled name={name} label={label} {...(hint === undefined ? {} : { hint })}>
      {(ids) => (
        <Select
          {...ids}
          ref={select}
          name={name}
          value={chosen?.value}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          {offered.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Labelled>
  );
}

/** On or off. Off, the form does not send it: the schema reads it with `switchField`. */
export function SwitchInput({ name, label, hint, defaultChecked }: Common & { defaultChecked?: boolean }) {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div className="flex min-h-12 items-start gap-4">
      <input
        id={id}
        type="checkbox"
        name={name}
        defaultChecked={defaultChecked}
        aria-describedby={hint ? hintId : undefined}
        className="mt-1.5 size-6 shrink-0 cursor-pointer"
      />
      <div className="min-w-0 py-1">
        <label htmlFor={id} className="cursor-pointer font-semibold">
          {label}
        </label>
        {hint && (
          <p id={hintId} className="wrap-anywhere text-ink-soft text-sm leading-snug">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

type LabelledProps = Common & {
  children: (ids: {
    id: string;
    'aria-invalid': true | undefined;
    'aria-describedby': string | undefined;
  }) => ReactNode;
};

/** The label, hint and error around a control. */
function Labelled({ name, label, hint, children }: LabelledProps) {
  const id = useId();
  const error = useFieldError(name);
  const describedBy = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': describedBy || undefined,
      })}
      {error && (
        <p id={`${id}-error`} role="alert" className="mt-1.5 font-medium text-danger leading-snug">
          {error}
        </p>
      )}
      {hint && (
        <p id={`${id}-hint`} className="wrap-anywhere mt-1.5 text-ink-soft text-sm leading-snug">
          {hint}
        </p>
      )}
    </div>
  );
}
