'use client';

import type { FormState } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { type Ref, useId, useImperativeHandle, useRef, useState } from 'react';
import { FormProblem, isChangedMeanwhile } from '@/shell/form/form-problem';
import { useFocusOnInvalid } from '@/shell/form/use-focus-on-invalid';
import { useOneTap } from '@/shell/form/use-one-tap';
import { reviewDocumentAction } from './actions';
import { type RejectDialogHandle, useConfirmedFields } from './confirmed-fields';
import { DecidedNotice } from './decided-notice';
import { KeyHint } from './key-hint';
import type { Reasons } from './reasons-for-guests';
import { clearFilledReason, fillReason, RejectReason } from './reject-reason';

/** The document with the version that was looked at. */
export type DocumentToReview = { id: string; booking: string; version: string };

type RejectDialogProps = {
  ref: Ref<RejectDialogHandle>;
  place: string;
  document: DocumentToReview;
  reasons: Reasons;
  /** False once the document is decided. What is typed then stays, and the dialog says so: a colleague may have been quicker. */
  isOffered: boolean;
};

/** Rejects a document with a reason that its guest reads. The usual ones are one tap. */
export function RejectDialog({ ref, place, document, reasons, isOffered }: RejectDialogProps) {
  const t = useTranslations('Documents');
  const { confirmed } = useConfirmedFields();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const { state, isPending, form: sending } = useOneTap(reviewDocumentAction, () => dialog.current?.close());
  useFocusOnInvalid(state, dialog);
  // The version that was looked at when the question was opened: the screen behind it may be rendered anew.
  const [asked, setAsked] = useState<DocumentToReview | null>(null);
  const open = (reason?: string) => {
    if (isOffered) {
      setAsked(document);
      dialog.current?.showModal();
      if (reason !== undefined) {
        fillReason(form.current, reason);
      }
    }
  };
  useImperativeHandle(ref, () => ({ open }));
  if (!isOffered && asked === null) {
    return null;
  }
  const isTooLate = !isOffered && !isPending;
  return (
    <>
      {isOffered && <OpenButton onOpen={() => open()} />}
      <dialog
        ref={dialog}
        onClose={() => {
          setAsked(null);
          clearFilledReason(form.current);
        }}
        aria-labelledby={titleId}
        className="m-auto w-full max-w-lg rounded-2xl bg-surface p-5 text-ink shadow-lift backdrop:bg-black/60 sm:p-6"
      >
        <form {...sending} ref={form} noValidate className="space-y-5">
          {Object.entries({
            place,
            ...(asked ?? document),
            status: 'rejected',
            confirmed: [...confirmed].join(),
          }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <h2 id={titleId} className="font-display text-2xl leading-snug">
            {t('rejectTitle')}
          </h2>
          <WhyNot state={state} isTooLate={isTooLate} />
          <RejectReason state={state} form={form} reasons={reasons} />
          <DialogButtons isPending={isPending} maySend={!isTooLate} onLeave={() => dialog.current?.close()} />
        </form>
      </dialog>
    </>
  );
}

function OpenButton({ onOpen }: { onOpen: () => void }) {
  const t = useTranslations('Documents');
  return (
    <Button variant="secondary" onClick={onOpen} aria-keyshortcuts="r" className="cursor-pointer text-danger">
      {t('reject')} <KeyHint>R</KeyHint>
    </Button>
  );
}

/** Why nothing was rejected: it was decided before, or what is typed cannot be sent. */
function WhyNot({ state, isTooLate }: { state: FormState; isTooLate: boolean }) {
  const t = useTranslations('Form');
  return (
    <>
      {isTooLate && (
        <Notice tone="danger" role="alert">
          {t('offeredNoMore')}
        </Notice>
      )}
      <DecidedNotice state={state} />
      {!isChangedMeanwhile(state) && <FormProblem state={state} />}
    </>
  );
}

type DialogButtonsProps = { isPending: boolean; maySend: boolean; onLeave: () => void };

function DialogButtons({ isPending, maySend, onLeave }: DialogButtonsProps) {
  const t = useTranslations('Documents');
  const form = useTranslations('Form');
  return (
    // In reach of a thumb, however many suggestions stand above.
    <div className="sticky -bottom-5 -mx-5 -mb-5 flex flex-wrap justify-end gap-3 border-line border-t bg-surface px-5 py-4 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
      <Button variant="secondary" onClick={onLeave} className="cursor-pointer">
        {form('leaveAsItIs')}
      </Button>
      {maySend && (
        <Button
          type="submit"
          aria-disabled={isPending}
          className="cursor-pointer bg-danger text-surface hover:bg-danger/90 active:bg-danger/80"
        >
          {t('doReject')}
        </Button>
      )}
    </div>
  );
}
