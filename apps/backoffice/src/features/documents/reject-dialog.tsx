'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { type Ref, useId, useImperativeHandle, useRef } from 'react';
import { TextArea } from '@/shell/form/fields';
import { FieldErrorsContext } from '@/shell/form/form-context';
import { FormProblem, isChangedMeanwhile } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { reviewDocumentAction } from './actions';
import { DecidedNotice } from './decided-notice';
import { KeyHint } from './key-hint';

export type RejectDialogHandle = { open: () => void };

/** The document with the version that was looked at. */
export type DocumentToReview = { id: string; booking: string; version: string };

const suggestions = ['blurred', 'cut', 'glare', 'expired', 'other', 'name'] as const;

type RejectDialogProps = { ref: Ref<RejectDialogHandle>; place: string; document: DocumentToReview };

/** Rejects a document with a reason that its guest reads. The usual ones are one tap. */
export function RejectDialog({ ref, place, document }: RejectDialogProps) {
  const t = useTranslations('Documents');
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { state, isPending, form: sending } = useOneTap(reviewDocumentAction, () => dialog.current?.close());
  const open = () => dialog.current?.showModal();
  useImperativeHandle(ref, () => ({ open }));
  return (
    <>
      <Button variant="secondary" onClick={open} aria-keyshortcuts="r" className="cursor-pointer text-danger">
        {t('reject')} <KeyHint>R</KeyHint>
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-full max-w-lg rounded-2xl bg-surface p-5 text-ink shadow-lift backdrop:bg-black/60 sm:p-6"
      >
        <form {...sending} ref={form} noValidate className="space-y-5">
          {Object.entries({ place, ...document, status: 'rejected' }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <h2 id={titleId} className="font-display text-2xl leading-snug">
            {t('rejectTitle')}
          </h2>
          <DecidedNotice state={state} />
          {!isChangedMeanwhile(state) && <FormProblem state={state} />}
          <Reason state={state} onChoose={(text) => fillReason(form.current, text)} />
          <DialogButtons isPending={isPending} onLeave={() => dialog.current?.close()} />
        </form>
      </dialog>
    </>
  );
}

type ReasonProps = { state: Parameters<typeof FormProblem>[0]['state']; onChoose: (text: string) => void };

function Reason({ state, onChoose }: ReasonProps) {
  const t = useTranslations('Documents');
  const errors = useTranslations('FieldErrors');
  const isMissing = state?.ok === false && state.fields['reason'] !== undefined;
  return (
    <FieldErrorsContext value={isMissing ? { reason: errors('required') } : {}}>
      <TextArea name="reason" label={t('reason')} hint={t('rejectHint')} rows={3} maxLength={500} required />
      <fieldset>
        <legend className="mb-2 font-semibold">{t('suggestions')}</legend>
        <div className="space-y-1">
          {suggestions.map((name) => (
            <button
              key={name}
              type="button"
              onClick={() => onChoose(t(`because_${name}`))}
              className="block min-h-12 w-full cursor-pointer rounded-xl bg-sunken px-4 py-2 text-left leading-snug hover:bg-line"
            >
              {t(`because_${name}`)}
            </button>
          ))}
        </div>
      </fieldset>
    </FieldErrorsContext>
  );
}

function DialogButtons({ isPending, onLeave }: { isPending: boolean; onLeave: () => void }) {
  const t = useTranslations('Documents');
  const form = useTranslations('Form');
  return (
    <div className="flex flex-wrap justify-end gap-3">
      <Button variant="secondary" onClick={onLeave} className="cursor-pointer">
        {form('leaveAsItIs')}
      </Button>
      <Button
        type="submit"
        aria-disabled={isPending}
        className="cursor-pointer bg-danger text-surface hover:bg-danger/90 active:bg-danger/80"
      >
        {t('doReject')}
      </Button>
    </div>
  );
}

/** A suggestion can be changed before it is sent, so the focus goes to it. */
function fillReason(form: HTMLFormElement | null, text: string): void {
  const field = form?.elements.namedItem('reason');
  if (field instanceof HTMLTextAreaElement) {
    field.value = text;
    field.focus();
  }
}
