import { type TextareaHTMLAttributes, useId } from 'react';

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & {
  label: string;
  name: string;
};

export function TextArea({ label, ...area }: TextAreaProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <textarea
        {...area}
        id={id}
        className="block w-full rounded-xl border border-field-line bg-surface px-4 py-3 text-base text-ink placeholder:text-ink-soft"
      />
    </div>
  );
}
