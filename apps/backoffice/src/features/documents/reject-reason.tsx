'use client';

import type { FormState } from '@gudbro/api-kit';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { TextArea } from '@/shell/form/fields';
import { FieldErrorsContext } from '@/shell/form/form-context';
import { useFieldTexts } from '@/shell/form/use-field-texts';
import type { Reasons } from './reasons-for-guests';

type RejectReasonProps = {
  state: FormState;
  form: RefObject<HTMLFormElement | null>;
  reasons: Reasons;
};

/** The reason that the guest reads, with the usual ones in the guest's language to begin from. */
export function RejectReason({ state, form, reasons }: RejectReasonProps) {
  const t = useTranslations('Documents');
  const { usual, guestLocale, guestLanguage } = reasons;
  return (
    <FieldErrorsContext value={useFieldTexts(state)}>
      <TextArea
        name="reason"
        label={t('reason')}
        hint={t('rejectHint', { language: guestLanguage })}
        rows={3}
        maxLength={500}
        required
      />
      <fieldset>
        <legend className="mb-2 font-semibold">{t('suggestions')}</legend>
        <div className="space-y-1">
          {usual.map(({ name, forDesk, forGuest }) => (
            <button
              key={name}
              type="button"
              onClick={() => fillReason(form.current, forGuest)}
              className="block min-h-12 w-full cursor-pointer rounded-xl bg-sunken px-4 py-2 text-left leading-snug hover:bg-line"
            >
              {forDesk}
              {forGuest !== forDesk && (
                <span lang={guestLocale} className="block text-ink-soft text-sm">
                  {forGuest}
                </span>
              )}
            </button>
          ))}
        </div>
      </fieldset>
    </FieldErrorsContext>
  );
}

/** The field for the reason. `dataset.filled` is what was filled in, so that it is told from what somebody typed. */
function findReason(form: HTMLFormElement | null): HTMLTextAreaElement | null {
  const field = form?.elements.namedItem('reason');
  return field instanceof HTMLTextAreaElement ? field : null;
}

/** Takes away what was filled in and left as it is: the next question may be about something else. What was typed stays. */
export function clearFilledReason(form: HTMLFormElement | null): void {
  const field = findReason(form);
  if (field !== null && field.value === field.dataset['filled']) {
    field.value = '';
  }
}

/**
 * A suggestion can be changed before it is sent, so the focus goes to it. Not under a finger: there the keyboard of the screen would cover
 * the button that sends it.
 */
export function fillReason(form: HTMLFormElement | null, text: string): void {
  const field = findReason(form);
  if (field !== null) {
    field.value = text;
    field.dataset['filled'] = text;
    if (matchMedia('(pointer: coarse)').matches) {
      field.scrollIntoView({ block: 'center' });
    } else {
      field.focus();
    }
  }
}
