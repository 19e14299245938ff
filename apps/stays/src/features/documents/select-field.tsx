'use client';

import { Select } from '@gudbro/ui/select';
import { useId } from 'react';
import type { FieldOption } from './use-field-options';

type SelectFieldProps = {
  label: string;
  name: string;
  value: string;
  required: boolean;
  placeholder: string;
  options: readonly FieldOption[];
  error: string | undefined;
  onChange: (value: string) => void;
};

/** A choice from a list with its label above, and what is wrong with it below. */
export function SelectField(props: SelectFieldProps) {
  const { label, name, value, required, placeholder, options, error, onChange } = props;
  const id = useId();
  const errorId = `${id}-error`;
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <Select
        id={id}
        name={name}
        value={value}
        required={required}
        autoComplete="off"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        onChange={({ target }) => onChange(target.value)}
      >
        <option value="">{placeholder}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      {error && (
        <p id={errorId} role="alert" className="mt-1.5 font-medium text-danger leading-snug">
          {error}
        </p>
      )}
    </div>
  );
}
