'use client';

import type { FormState } from '@gudbro/api-kit';
import { useTranslations } from 'next-intl';

/** What is wrong with each field of a form that was refused, by name: what `FieldErrorsContext` takes. */
export function useFieldTexts(state: FormState): Record<string, string> {
  const t = useTranslations('FieldErrors');
  if (state?.ok !== false) {
    return {};
  }
  return Object.fromEntries(
    // The keys come from the schemas of the actions; a test compares them with the messages.
    Object.entries(state.fields).map(([field, key]) => [
      field,
      t.has(key as never) ? t(key as never) : t('invalid'),
    ]),
  );
}
