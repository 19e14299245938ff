import { TextField } from '@gudbro/ui/text-field';

type SearchFieldProps = { text: string; label: string; className?: string };

/** The search field of a list. A phone shows its label inside of it, which leaves more of the first screen to the list. */
export function SearchField({ text, label, className = '' }: SearchFieldProps) {
  return (
    <TextField
      key={text}
      label={label}
      placeholder={label}
      name="q"
      type="search"
      enterKeyHint="search"
      autoComplete="off"
      maxLength={60}
      defaultValue={text}
      data-list-search
      className={`min-w-0 max-sm:[&>label]:sr-only sm:[&>input]:placeholder:text-transparent ${className}`.trimEnd()}
    />
  );
}
