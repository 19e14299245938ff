'use client';

import type { FormState } from '@gudbro/api-kit';
import { type Country, type DocumentField, type DocumentType, documentTypes } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, type SubmitEvent, useRef, useState } from 'react';
import { SelectInput } from '@/shell/form/fields';
import { FieldErrorsContext } from '@/shell/form/form-context';
import { FormProblem } from '@/shell/form/form-problem';
import { useFieldTexts } from '@/shell/form/use-field-texts';
import { useFocusOnInvalid } from '@/shell/form/use-focus-on-invalid';
import { useOneTap } from '@/shell/form/use-one-tap';
import { addDeskDocumentAction } from './desk-actions';
import { DeskFieldInput } from './desk-field-input';
import { ReaderField } from './reader-field';
import { useDeskDocument } from './use-desk-document';

type DeskDocumentFormProps = {
  hidden: Record<string, string>;
  people: readonly { id: string; name: string }[];
  lead: string;
  fields: readonly DocumentField[];
  leadFields: readonly DocumentField[];
  countries: readonly Country[];
  today: string;
};

/** What the desk writes down of a document in its hand, or has a reader type. Nothing of it is stored in the browser. */
export function DeskDocumentForm(props: DeskDocumentFormProps) {
  const { people, lead, fields, leadFields, countries, today } = props;
  const t = useTranslations('DeskDocument');
  // The screen is rendered anew while it is open. What is sent twice is still one document.
  const [hidden] = useState(props.hidden);
  const [person, setPerson] = useState('');
  const document = useDeskDocument(today);
  const asked = fields.filter((field) => person === '' || !leadFields.includes(field));
  return (
    <SentForm hidden={hidden} onKeyDown={document.onKeyDown}>
      <ReaderField reader={document.reader} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectInput
          name="person"
          label={t('whose')}
          options={[
            { value: '', label: lead },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          onChoose={setPerson}
        />
        <TypeInput key={`type-${document.readCount}`} type={document.type} onType={document.setType} />
        {asked.map((field) => (
          <DeskFieldInput
            key={`${field}-${document.readCount}`}
            field={field}
            value={document.values[field] ?? ''}
            onValue={document.setValue}
            countries={countries}
          />
        ))}
      </div>
    </SentForm>
  );
}

type SentFormProps = {
  hidden: Readonly<Record<string, string>>;
  onKeyDown: React.KeyboardEventHandler<HTMLFormElement>;
  children: ReactNode;
};

/** Sends the form and shows what is wrong beside each field. What was typed stays. */
function SentForm({ hidden, onKeyDown, children }: SentFormProps) {
  const t = useTranslations('DeskDocument');
  const element = useRef<HTMLFormElement>(null);
  const { state, isPending, form } = useOneTap(addDeskDocumentAction);
  const { errors, findHalfDays } = useErrors(state, element);
  function send(event: SubmitEvent<HTMLFormElement>) {
    if (findHalfDays()) {
      event.preventDefault();
    } else {
      form.onSubmit?.(event);
    }
  }
  return (
    <form
      {...form}
      ref={element}
      onSubmit={send}
      onKeyDown={onKeyDown}
      noValidate
      autoComplete="off"
      className="space-y-6"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FormProblem state={state} />
      <FieldErrorsContext value={errors}>{children}</FieldErrorsContext>
      <Button type="submit" aria-disabled={isPending} className="cursor-pointer">
        {t('save')}
      </Button>
    </form>
  );
}

type TypeInputProps = { type: DocumentType; onType: (type: DocumentType) => void };

function TypeInput({ type, onType }: TypeInputProps) {
  const t = useTranslations('DeskDocument');
  const words = useTranslations('Documents');
  return (
    <SelectInput
      name="type"
      label={t('type')}
      defaultValue={type}
      options={documentTypes.map((value) => ({ value, label: words(`type_${value}`) }))}
      onChoose={(value) => onType(value as DocumentType)} // one of the options
    />
  );
}

/** What is wrong by the server, and which days are typed by half: a browser sends those as if they were empty. */
function useErrors(state: FormState, form: RefObject<HTMLFormElement | null>) {
  const t = useTranslations('FieldErrors');
  const refused = useFieldTexts(state);
  const [halfDays, setHalfDays] = useState<readonly string[]>([]);
  useFocusOnInvalid(state, form);
  /** Whether there are any. The first of them gets the focus. */
  function findHalfDays(): boolean {
    const days = [...(form.current?.querySelectorAll<HTMLInputElement>('input[type="date"]') ?? [])];
    const half = days.filter(({ validity }) => validity.badInput);
    setHalfDays(half.map(({ name }) => name));
    half[0]?.focus();
    return half.length > 0;
  }
  const errors =
    halfDays.length === 0 ? refused : Object.fromEntries(halfDays.map((name) => [name, t('not_a_day')]));
  return { errors, findHalfDays };
}
