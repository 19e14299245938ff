'use client';

import { type DocumentField, type DocumentType, documentTypes } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SelectInput, TextInput } from '@/shell/form/fields';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { addDeskDocumentAction } from './desk-actions';
import { readScanned, type Scanned } from './read-scanned';

type DeskDocumentFormProps = {
  hidden: Record<string, string>;
  people: readonly { id: string; name: string }[];
  lead: string;
  fields: readonly DocumentField[];
  leadFields: readonly DocumentField[];
  today: string;
};

const dates = new Set<DocumentField>(['birthDate', 'expiryDate', 'visaExpiryDate']);

/** What the desk writes down of a document in its hand, or has a reader type. Nothing of it is stored in the browser. */
export function DeskDocumentForm({ hidden, people, lead, fields, leadFields, today }: DeskDocumentFormProps) {
  const t = useTranslations('DeskDocument');
  const words = useTranslations('Documents');
  const [person, setPerson] = useState('');
  const [type, setType] = useState<DocumentType>('passport');
  const [values, setValues] = useState<Partial<Record<DocumentField, string>>>({});
  const [scanned, setScanned] = useState<Scanned | null>(null);
  const { state, isPending, form } = useOneTap(addDeskDocumentAction);
  const asked = fields.filter((field) => person === '' || !leadFields.includes(field));

  function scan(text: string) {
    const read = readScanned(text, today);
    setScanned(read);
    if (read?.ok) {
      setType(read.type);
      setValues((before) => ({ ...before, ...read.values }));
    }
  }

  return (
    <form {...form} className="space-y-5" autoComplete="off">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <ScanField scanned={scanned} onScan={scan} />
      <SelectInput
        name="person"
        label={t('whose')}
        options={[{ value: '', label: lead }, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
        onChoose={setPerson}
      />
      <SelectInput
        key={type}
        name="type"
        label={t('type')}
        defaultValue={type}
        options={documentTypes.map((value) => ({ value, label: words(`type_${value}`) }))}
        onChoose={(value) => setType(value as DocumentType)} // one of the options
      />
      {asked.map((field) => (
        <TextInput
          key={field}
          name={field}
          label={words(`field_${field}`)}
          type={dates.has(field) ? 'date' : 'text'}
          value={values[field] ?? ''}
          onChange={({ target }) => setValues((before) => ({ ...before, [field]: target.value }))}
        />
      ))}
      <FormProblem state={state} />
      <Button type="submit" aria-disabled={isPending} className="cursor-pointer">
        {t('save')}
      </Button>
    </form>
  );
}

type ScanFieldProps = { scanned: Scanned | null; onScan: (text: string) => void };

/** Where a reader types. It ends its lines with Enter, which must not send the form: so it is a field of several lines. */
function ScanField({ scanned, onScan }: ScanFieldProps) {
  const t = useTranslations('DeskDocument');
  const words = useTranslations('Documents');
  return (
    <div>
      <label htmlFor="scan" className="mb-1.5 block font-semibold">
        {t('reader')}
      </label>
      <textarea
        id="scan"
        rows={3}
        spellCheck={false}
        autoCapitalize="characters"
        aria-describedby="scan-hint"
        onChange={({ target }) => onScan(target.value)}
        className="w-full min-w-0 rounded-xl border border-field-line bg-surface px-4 py-3 font-mono text-base text-ink"
      />
      <p id="scan-hint" role="status" className="mt-1.5 text-ink-soft text-sm leading-snug">
        {scanned === null && t('readerHint')}
        {scanned?.ok === true && t('readerDone')}
        {scanned?.ok === false &&
          (scanned.at === null
            ? t('readerUnknown')
            : t('readerFailed', {
                field: words.has(`field_${scanned.at.field}` as never)
                  ? words(`field_${scanned.at.field}` as never)
                  : scanned.at.field,
                line: scanned.at.line,
              }))}
      </p>
    </div>
  );
}
