'use client';

import type { FormState } from '@gudbro/api-kit';
import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { TextArea } from '@/shell/form/fields';
import { FieldErrorsContext } from '@/shell/form/form-context';

const suggestions = ['blurred', 'cut', 'glare', 'expired', 'other', 'name'] as const;

type RejectReasonProps = { state: FormState; form: RefObject<HTMLFormElement | null> };

/** The reason that the guest reads, with the usual ones to begin from. */
export function RejectReason({ state, form }: RejectReasonProps) {
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
              onClick={() => fillReason(form.current, t(`because_${name}`))}
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

/**
 * A suggestion can be changed before it is sent, so the focus goes to it. Not under a finger: there the keyboard of the screen would cover
 * the button that sends it.
 */
export function fillReason(form: HTMLFormElement | null, text: string): void {
  const field = form?.elements.namedItem('reason');
  if (field instanceof HTMLTextAreaElement) {
    field.value = text;
    if (matchMedia('(pointer: coarse)').matches) {
      field.scrollIntoView({ block: 'center' });
    } else {
      field.focus();
    }
  }
}
