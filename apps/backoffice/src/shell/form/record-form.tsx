'use client';

import type { FormAction, FormState } from '@gudbro/api-kit';
import { Button, type ButtonVariant } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { LinkButton } from '../list/link-button';
import { ChangedNotice } from './changed-notice';
import { drawRequestKey, dropDraft, isTypedInto, listValues, restoreDraft, saveDraft } from './draft';
import { FieldErrorsContext } from './form-context';
import { FormProblem } from './form-problem';
import { RestoredDraft } from './restored-notice';
import { useDone } from './use-done';
import { useFieldTexts } from './use-field-texts';
import { useReadVersion } from './use-read-version';
import { useResult } from './use-result';
import { useSentForm } from './use-sent-form';

type RecordFormProps = {
  action: FormAction;
  /**
   * Fields that the person does not see: the place, the row's id and the version that was read. With a `requestKey` the form is one
   * that makes something new each time: sent again because no answer came, it makes nothing twice.
   */
  hidden: { place: string; id?: string | undefined; version?: string | undefined } & Record<
    string,
    string | undefined
  >;
  /** Names this form among all of the app, so that what was typed comes back to it after a reload. */
  draftKey: string;
  submitLabel: string;
  submitVariant?: ButtonVariant;
  /** Where the button beside leads. Without it there is none. */
  cancelHref?: string;
  /** For a form that sends a message: once it is sent, the next one begins empty. */
  isEmptiedOnceSent?: boolean;
  /** For a form in a panel, which is closed once it is saved. */
  onDone?: () => void;
  children: ReactNode;
  /** Shown under the form, and not in it: a form of its own, such as the one that removes the row. */
  aside?: ReactNode;
};

/**
 * The form of every screen: it shows what is wrong beside each field, saves what is typed until it is stored, shows both
 * values where somebody else wrote in between, and says what was done with a way to undo it. Without a script it is a plain
 * form.
 */
export function RecordForm({
  action,
  hidden,
  draftKey,
  submitLabel,
  submitVariant = 'primary',
  cancelHref,
  isEmptiedOnceSent = false,
  onDone,
  children,
  aside,
}: RecordFormProps) {
  const t = useTranslations('Form');
  const form = useRef<HTMLFormElement>(null);
  const { state, isPending, plainAction, send: dispatch } = useSentForm(action);
  const [isRestored, setIsRestored] = useState(false);
  const isTouched = useRef(false);
  const { version, fieldsKey } = useReadVersion(hidden.version, { form, isTouched, state, isPending });
  useEffect(() => {
    if (form.current === null) {
      return;
    }
    if (isTypedInto(form.current)) {
      isTouched.current = true;
      saveDraft(draftKey, form.current);
      return;
    }
    const hasDraft = restoreDraft(draftKey, form.current);
    setIsRestored(hasDraft);
    isTouched.current ||= hasDraft;
  }, [draftKey]);
  // What the fields said when the form was sent.
  const sentValues = useRef('');
  useOutcome(state, form, { draftKey, sentValues: isEmptiedOnceSent ? sentValues : null, onDone });
  const send = () => {
    if (form.current === null) {
      return;
    }
    const sent = new FormData(form.current);
    if ('requestKey' in hidden) {
      sent.set('requestKey', drawRequestKey(draftKey, sent));
    }
    sentValues.current = JSON.stringify(listValues(form.current));
    dispatch(sent);
  };
  return (
    <div className="space-y-6">
      <form
        ref={form}
        action={plainAction}
        // React empties a form after its action. This keeps what was typed, whatever the outcome.
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPending) {
            send();
          }
        }}
        onChange={(event) => {
          isTouched.current = true;
          saveDraft(draftKey, event.currentTarget);
        }}
        noValidate
        className="space-y-6"
      >
        {Object.entries('version' in hidden ? { ...hidden, version } : hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} defaultValue={value ?? ''} />
        ))}
        {isRestored && <RestoredDraft draftKey={draftKey} />}
        <ChangedNotice state={state} form={form} onSend={send} />
        <FormProblem state={state} />
        <FieldErrorsContext key={fieldsKey} value={useFieldTexts(state)}>
          {children}
        </FieldErrorsContext>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant={submitVariant} aria-disabled={isPending} className="cursor-pointer">
            {isPending ? t('saving') : submitLabel}
          </Button>
          {cancelHref && (
            <LinkButton href={cancelHref} variant="quiet" onClick={() => dropDraft(draftKey)}>
              {t('cancel')}
            </LinkButton>
          )}
        </div>
      </form>
      {aside && <div className="border-line border-t pt-6">{aside}</div>}
    </div>
  );
}

/** After each submission: the message and the next page, or the first field that is wrong. */
function useOutcome(
  state: FormState,
  form: RefObject<HTMLFormElement | null>,
  {
    draftKey,
    sentValues,
    onDone,
  }: { draftKey: string; sentValues: RefObject<string> | null; onDone: (() => void) | undefined },
): void {
  const finish = useDone();
  useResult(state, (result) => {
    if (!result.ok) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
      return;
    }
    dropDraft(draftKey);
    if (sentValues !== null && form.current !== null) {
      // Who types on while a message is being sent keeps what they typed.
      if (JSON.stringify(listValues(form.current)) === sentValues.current) {
        form.current.reset();
      } else {
        saveDraft(draftKey, form.current);
      }
    }
    onDone?.();
    finish(result);
  });
}
