import { Select } from '@gudbro/ui/select';

type FilterChoiceProps = {
  name: string;
  label: string;
  /** The words for no choice. */
  all: string;
  value: string | null | undefined;
  options: readonly { value: string; label: string }[];
};

/** One filter of a list: one of a few values, or all. */
export function FilterChoice({ name, label, all, value, options }: FilterChoiceProps) {
  const id = `filter-${name}`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <Select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </div>
  );
}
