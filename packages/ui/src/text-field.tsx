import { type InputHTMLAttributes, useId } from 'react';

type TextFieldProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & {
  label: string;
  name: string;
  hint?: string | undefined;
  /** What is wrong with the value and how to correct it. Marks the field as invalid. */
  error?: string | undefined;
};

/** An input of one line with its label. Screen readers read hint and error with it. */
export function TextField({ label, hint, error, className = '', ...input }: TextFieldProps) {
  const id = useId();
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const describedBy = [error && errorId, hint && hintId].filter(Boolean).join(' ');
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <input
        {...input}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy || undefined}
        className="min-h-12 w-full min-w-0 rounded-xl border border-field-line bg-surface px-4 text-base text-ink placeholder:text-ink-soft aria-invalid:border-2 aria-invalid:border-danger"
      />
      {error && (
        <p id={errorId} role="alert" className="mt-1.5 font-medium text-danger leading-snug">
          {error}
        </p>
      )}
      {hint && (
        <p id={hintId} className="wrap-anywhere mt-1.5 text-ink-soft text-sm leading-snug">
          {hint}
        </p>
      )}
    </div>
  );
}
