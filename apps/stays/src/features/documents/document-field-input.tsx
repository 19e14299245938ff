'use client';

import type { DocumentField } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { TextField } from '@gudbro/ui/text-field';
import { useTranslations } from 'next-intl';
import type { FieldProblem } from './check-draft';
import type { DocumentDraft } from './document-draft';
import { kindOfInput } from './kind-of-input';
import { SelectField } from './select-field';
import { useFieldOptions } from './use-field-options';

type DocumentFieldInputProps = {
  field: DocumentField;
  draft: DocumentDraft;
  today: string;
  problem: FieldProblem | undefined;
  onChange: (value: string) => void;
  onConfirm: () => void;
};

/** One field of a document. What a machine has read is marked until the guest has confirmed it. */
export function DocumentFieldInput(props: DocumentFieldInputProps) {
  const { field, draft, today, problem, onChange, onConfirm } = props;
  const t = useTranslations('DocumentForm');
  const options = useFieldOptions(field);
  const { isOptional, ...attributes } = kindOfInput(field, draft, today);
  const name = t(`fields.${field}`);
  const shared = {
    name: field,
    label: isOptional ? t('optional', { field: name }) : name,
    error: problem && t(`problems.${problem}`),
    value: draft.values[field],
    required: !isOptional,
  };
  return (
    <div>
      {options === null ? (
        <TextField
          {...attributes}
          {...shared}
          hint={field === 'surname' || field === 'visaType' ? t(`hints.${field}`) : undefined}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <SelectField {...shared} placeholder={t('choose')} options={options} onChange={onChange} />
      )}
      {draft.toCheck.includes(field) && (
        <div className="mt-1.5 flex flex-wrap items-center justify-between gap-3">
          <span className="inline-flex items-center gap-1.5 rounded-full bg-lamp px-2.5 py-0.5 font-semibold text-lamp-ink text-sm">
            <Icon name="info" className="size-4 shrink-0" />
            {t('check')}
          </span>
          <Button variant="secondary" onClick={onConfirm}>
            {t('isRight')}
            <span className="sr-only">{name}</span>
          </Button>
        </div>
      )}
    </div>
  );
}
