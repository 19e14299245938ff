'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useId, useRef } from 'react';
import { TextInput } from '@/shell/form/fields';
import { FieldErrorsContext } from '@/shell/form/form-context';
import { FormProblem } from '@/shell/form/form-problem';
import { useOneTap } from '@/shell/form/use-one-tap';
import { setSoldOutAction } from './actions';

type SoldOutButtonProps = {
  place: string;
  id: string;
  name: string;
  isSoldOut: boolean;
  /** Until when, in words. Null: until somebody says so. */
  until: string | null;
};

/**
 * One tap marks an item as sold out, or as available again. A second button asks until when. Both are narrow, so that they stand
 * in one line on a phone.
 */
export function SoldOutButton({ place, id, name, isSoldOut, until }: SoldOutButtonProps) {
  const t = useTranslations('SoldOut');
  const dialog = useRef<HTMLDialogElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);
  const tap = useOneTap(setSoldOutAction);
  const asked = useOneTap(setSoldOutAction, () => closeDialog(dialog.current, toggle.current));
  const hidden = (soldOut: 'yes' | 'no') => (
    <>
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="soldOut" value={soldOut} />
    </>
  );
  return (
    <div className="flex flex-wrap items-center justify-end gap-1">
      {isSoldOut && (
        <p className="mr-2 rounded-full bg-danger-surface px-3 py-1 font-semibold text-danger text-sm">
          {until === null ? t('soldOut') : t('until', { until })}
        </p>
      )}
      <form {...tap.form}>
        {hidden(isSoldOut ? 'no' : 'yes')}
        <Button
          ref={toggle}
          type="submit"
          variant="secondary"
          aria-disabled={tap.isPending}
          aria-label={isSoldOut ? t('makeAvailableName', { name }) : t('makeSoldOutName', { name })}
          className="cursor-pointer px-3!"
        >
          {isSoldOut ? t('makeAvailable') : t('makeSoldOut')}
        </Button>
      </form>
      {!isSoldOut && (
        <Button
          variant="quiet"
          aria-label={t('askUntilName', { name })}
          onClick={() => dialog.current?.showModal()}
          className="cursor-pointer px-3!"
        >
          {t('askUntil')}
        </Button>
      )}
      <div className="basis-full empty:hidden">
        <FormProblem state={tap.state} />
      </div>
      <UntilDialog dialog={dialog} name={name}>
        <form {...asked.form} className="space-y-5">
          {hidden('yes')}
          <FormProblem state={asked.state} />
          <FieldErrorsContext value={{}}>
            <TextInput
              name="until"
              type="datetime-local"
              label={t('untilLabel')}
              hint={t('untilHint')}
              required
            />
          </FieldErrorsContext>
          <div className="flex flex-wrap justify-end gap-3">
            <Button variant="secondary" onClick={() => dialog.current?.close()} className="cursor-pointer">
              {t('cancel')}
            </Button>
            <Button type="submit" aria-disabled={asked.isPending} className="cursor-pointer">
              {t('makeSoldOut')}
            </Button>
          </div>
        </form>
      </UntilDialog>
    </div>
  );
}

/** The button that opened the dialog goes away with its success, so the focus goes to the one that stays. */
function closeDialog(dialog: HTMLDialogElement | null, staying: HTMLButtonElement | null): void {
  if (dialog?.open) {
    dialog.close();
    staying?.focus();
  }
}

type UntilDialogProps = {
  dialog: React.RefObject<HTMLDialogElement | null>;
  name: string;
  children: React.ReactNode;
};

function UntilDialog({ dialog, name, children }: UntilDialogProps) {
  const t = useTranslations('SoldOut');
  const titleId = useId();
  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className="m-auto w-full max-w-md rounded-2xl bg-surface p-6 text-ink shadow-lift backdrop:bg-black/60"
    >
      <h2 id={titleId} className="mb-5 font-display text-2xl leading-snug">
        {t('untilTitle', { name })}
      </h2>
      {children}
    </dialog>
  );
}
