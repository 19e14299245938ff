'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useId, useRef, useState } from 'react';
import { serverNow } from '@/client/server-clock';
import { useStayPage } from '@/shell/actions/session-context';
import { Sheet } from '@/shell/sheets/sheet';
import { BackToList } from './back-to-list';
import { checkDraft, type DraftProblems } from './check-draft';
import { changeField, confirmField, fillFromReading, listFields } from './document-draft';
import { DocumentFieldInput } from './document-field-input';
import { FormFooter } from './form-footer';
import { MachineReader } from './machine-reader';
import type { OwnDocuments } from './own-documents';
import { PersonChoice } from './person-choice';
import { PicturePart } from './picture-part';
import { TypeChoice } from './type-choice';
import { useDocumentSending } from './use-document-sending';
import type { DocumentSession } from './use-document-session';

type DocumentFormProps = {
  own: OwnDocuments;
  session: DocumentSession;
  onCamera: () => void;
  onSent: () => void;
  /** The place asks for something else than what the guest has agreed to. */
  onConsentChanged: () => void;
  /** Null where there is no list yet. */
  onBack: (() => void) | null;
  onClose: () => void;
};

/** A focused field is not under the picture, which stays in sight above. */
const formClass = 'space-y-5 [&_:is(input,select)]:scroll-mt-44';

/** The form of a document: its picture where the place keeps one, whose it is, and what it says. */
export function DocumentForm(props: DocumentFormProps) {
  const { own, session, onCamera, onSent, onConsentChanged, onBack, onClose } = props;
  const t = useTranslations('DocumentForm');
  const formId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { page } = useStayPage();
  const { draft, picture, change } = session;
  const fields = listFields(own.policy, draft);
  const takesPicture = own.policy.mode === 'image';
  const [wasChecked, setWasChecked] = useState(false);
  const today = formatToday(page.timezone);
  const problems: DraftProblems = {
    ...(takesPicture && picture === null ? { picture: 'missing' as const } : {}),
    ...checkDraft(draft, fields, today),
  };
  const shown = wasChecked ? problems : {};
  const sending = useDocumentSending({ session, fields, takesPicture, onConsentChanged });

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setWasChecked(true);
    if (Object.keys(problems).length > 0) {
      // After the fields are marked.
      requestAnimationFrame(() => focusFirstProblem(form.current));
      return;
    }
    if (await sending.send()) {
      onSent();
    }
  }

  return (
    <Sheet
      title={t('title')}
      onClose={onClose}
      footer={<FormFooter formId={formId} session={session} sending={sending} />}
    >
      {onBack && <BackToList onBack={onBack} />}
      <form ref={form} id={formId} onSubmit={submit} noValidate autoComplete="on" className={formClass}>
        {takesPicture ? (
          <PicturePart
            picture={picture}
            isMissing={shown.picture !== undefined}
            onPicture={session.setPicture}
            onCamera={onCamera}
          />
        ) : (
          <p className="text-pretty text-ink-soft leading-snug">{t('noPicture')}</p>
        )}
        {(!takesPicture || picture?.type === 'image/jpeg') && (
          <MachineReader
            picture={takesPicture ? picture : null}
            today={today}
            onRead={(reading) => change((before) => fillFromReading(before, own.policy, reading))}
          />
        )}
        <TypeChoice session={session} />
        <PersonChoice session={session} people={own.people} fields={fields} problem={shown.personName} />
        {fields.map((field) => (
          <DocumentFieldInput
            key={field}
            field={field}
            draft={draft}
            today={today}
            problem={shown[field]}
            onChange={(value) => change((before) => changeField(before, field, value))}
            onConfirm={() => change((before) => confirmField(before, field))}
          />
        ))}
      </form>
    </Sheet>
  );
}

/** The date in the time zone of the place. */
function formatToday(timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(serverNow());
}

function focusFirstProblem(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
