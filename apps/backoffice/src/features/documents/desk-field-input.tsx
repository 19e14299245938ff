'use client';

import { type Country, type DocumentField, sexes } from '@gudbro/domain';
import { useTranslations } from 'next-intl';
import { DateInput, SelectInput, TextInput } from '@/shell/form/fields';

/** What a document that the desk writes down says, by field. What is not there is empty. */
export type DeskValues = Partial<Record<DocumentField, string>>;

type DeskFieldInputProps = {
  field: DocumentField;
  value: string;
  onValue: (field: DocumentField, value: string) => void;
  countries: readonly Country[];
};

/** One field of a document: a day, a choice, or a line of text. */
export function DeskFieldInput({ field, value, onValue, countries }: DeskFieldInputProps) {
  const t = useTranslations('Documents');
  const common = { name: field, label: t(`field_${field}`) };
  const change = (changed: string) => onValue(field, changed);
  switch (field) {
    case 'sex':
      return (
        <SelectInput
          {...common}
          defaultValue={value}
          options={withNone(
            sexes.map((sex) => ({ value: sex, label: t(`sex_${sex}`) })),
            value,
          )}
          onChoose={change}
        />
      );
    case 'nationality':
    case 'issuingState':
      return (
        <SelectInput
          {...common}
          defaultValue={value}
          options={withNone(
            countries.map(({ code, name }) => ({ value: code, label: name })),
            value,
          )}
          onChoose={change}
        />
      );
    case 'birthDate':
    case 'expiryDate':
    case 'visaExpiryDate':
      return <DateInput {...common} value={value} onChange={({ target }) => change(target.value)} />;
    default:
      return <TextInput {...common} value={value} onChange={({ target }) => change(target.value)} />;
  }
}

type Option = { value: string; label: string };

/** The choices with an empty one before them, and with what a reader has read that is none of them. */
function withNone(options: readonly Option[], read: string): Option[] {
  const isKnown = read === '' || options.some(({ value }) => value === read);
  return [{ value: '', label: '–' }, ...options, ...(isKnown ? [] : [{ value: read, label: read }])];
}
