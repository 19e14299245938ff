'use client';

import type { FormAction } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { type ReactNode, useId, useRef, useState } from 'react';
import { FieldErrorsContext } from './form-context';
import { FormProblem, isChangedMeanwhile } from './form-problem';
import { useFieldTexts } from './use-field-texts';
import { useFocusOnInvalid } from './use-focus-on-invalid';
import { useOneTap } from './use-one-tap';

type ConfirmDialogProps = {
  /** The button that opens it. */
  trigger: string;
  title: string;
  /** What this breaks, by name: "kills the QR printed on 3 March, hanging in room 203". */
  children: ReactNode;
  confirmLabel: string;
  action: FormAction;
  hidden: Record<string, string>;
  /**
   * False where it cannot be done now. A question that is open then stays, with what was typed into it, and says so: somebody else
   * may have done something meanwhile.
   */
  isOffered?: boolean;
};

/** Asks before something is removed or broken. It opens on a button, and the focus begins on the way out. */
export function ConfirmDialog({
  trigger,
  title,
  children,
  confirmLabel,
  action,
  hidden,
  isOffered = true,
}: ConfirmDialogProps) {
  const t = useTranslations('Form');
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  const titleId = useId();
  const { state, isPending, form } = useOneTap(action, () => dialog.current?.close());
  const fieldTexts = useFieldTexts(state);
  useFocusOnInvalid(state, dialog);
  if (!isOffered && !isOpen) {
    return null;
  }
  const open = () => {
    dialog.current?.showModal();
    setIsOpen(true);
  };
  return (
    <>
      {isOffered && (
        <Button variant="secondary" onClick={open} className="cursor-pointer">
          {trigger}
        </Button>
      )}
      <dialog
        ref={dialog}
        onClose={() => setIsOpen(false)}
        aria-labelledby={titleId}
        className="m-auto w-full max-w-lg rounded-2xl bg-surface p-6 text-ink shadow-lift backdrop:bg-black/60"
      >
        <form {...form} noValidate className="space-y-5">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <h2 id={titleId} className="font-display text-2xl leading-snug">
            {title}
          </h2>
          {!isOffered && !isPending && (
            <Notice tone="danger" role="alert">
              {t('offeredNoMore')}
            </Notice>
          )}
          {isChangedMeanwhile(state) && (
            <Notice tone="danger" role="alert">
              {t('changedSince')}
            </Notice>
          )}
          <FormProblem state={state} />
          <FieldErrorsContext value={fieldTexts}>
            <div className="text-pretty leading-relaxed">{children}</div>
          </FieldErrorsContext>
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => dialog.current?.close()} className="cursor-pointer">
              {t('leaveAsItIs')}
            </Button>
            {isOffered && (
              <Button
                type="submit"
                aria-disabled={isPending}
                className="cursor-pointer bg-danger text-surface hover:bg-danger/90 active:bg-danger/80"
              >
                {confirmLabel}
              </Button>
            )}
          </div>
        </form>
      </dialog>
    </>
  );
}
