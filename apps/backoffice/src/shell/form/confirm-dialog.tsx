'use client';

import type { FormAction } from '@gudbro/api-kit';
import { Button } from '@gudbro/ui/button';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useActionState, useEffect, useEffectEvent, useId, useRef } from 'react';
import { useDoneToast } from '../toast/use-done-toast';
import { FormProblem } from './form-problem';

type ConfirmDialogProps = {
  /** The button that opens it. */
  trigger: string;
  title: string;
  /** What this breaks, by name: "kills the QR printed on 3 March, hanging in room 203". */
  children: ReactNode;
  confirmLabel: string;
  action: FormAction;
  hidden: Record<string, string>;
};

/** Asks before something is removed or broken. It opens on a button, and the focus begins on the way out. */
export function ConfirmDialog({
  trigger,
  title,
  children,
  confirmLabel,
  action,
  hidden,
}: ConfirmDialogProps) {
  const t = useTranslations('Form');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const router = useRouter();
  const showDone = useDoneToast();
  const [state, dispatch, isPending] = useActionState(action, null);
  const finish = useEffectEvent(() => {
    if (state?.ok === true) {
      dialog.current?.close();
      showDone(state);
      if (state.goTo !== undefined) {
        router.push(state.goTo);
        // So that Back does not show a list from before.
        router.refresh();
      }
    }
  });
  // Once for each result of the action.
  useEffect(() => finish(), [state]);
  return (
    <>
      <Button variant="secondary" onClick={() => dialog.current?.showModal()} className="cursor-pointer">
        {trigger}
      </Button>
      <dialog
        ref={dialog}
        aria-labelledby={titleId}
        className="m-auto w-full max-w-lg rounded-2xl bg-surface p-6 text-ink shadow-lift backdrop:bg-black/60"
      >
        <form
          action={dispatch}
          onSubmit={(event) => {
            if (isPending) {
              event.preventDefault();
            }
          }}
          className="space-y-5"
        >
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <h2 id={titleId} className="font-display text-2xl leading-snug">
            {title}
          </h2>
          <div className="text-pretty leading-relaxed">{children}</div>
          <FormProblem state={state} />
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => dialog.current?.close()} className="cursor-pointer">
              {t('cancel')}
            </Button>
            <Button
              type="submit"
              // Not `disabled`, which would take the focus away: where the act is refused, the dialog stays.
              aria-disabled={isPending}
              className="cursor-pointer bg-danger text-surface hover:bg-danger/90 active:bg-danger/80"
            >
              {confirmLabel}
            </Button>
          </div>
        </form>
      </dialog>
    </>
  );
}
