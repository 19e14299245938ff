'use client';

import { type DocumentField, listCountries, sexes } from '@gudbro/domain';
import { useLocale, useTranslations } from 'next-intl';
import { useMemo } from 'react';

export type FieldOption = { value: string; label: string };

/** What can be chosen in a field. Null where it is typed. */
export function useFieldOptions(field: DocumentField): FieldOption[] | null {
  const t = useTranslations('DocumentForm');
  const locale = useLocale();
  return useMemo(() => {
    switch (field) {
      case 'nationality':
      case 'issuingState':
        return listCountries(locale).map(({ code, name }) => ({ value: code, label: name }));
      case 'sex':
        return sexes.map((sex) => ({ value: sex, label: t(`sexes.${sex}`) }));
      default:
        return null;
    }
  }, [field, locale, t]);
}
