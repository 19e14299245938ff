'use client';

import { documentFields, findKeptData } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import type { ChosenDocuments } from './chosen-documents';

type DocumentsToldProps = { place: string /** ISO 3166. */; country: string; chosen: ChosenDocuments };

/** What a guest is told with these settings, saved or not: what is asked for, who gets it, and until when it is kept. */
export function DocumentsTold({ place, country, chosen }: DocumentsToldProps) {
  const t = useTranslations('Settings');
  const lines = useToldLines({ place, country, chosen });
  return (
    <aside
      aria-labelledby="documents-told"
      aria-live="polite"
      className="h-fit space-y-3 rounded-2xl bg-tag p-5 text-tag-ink lg:sticky lg:top-20"
    >
      <h2 id="documents-told" className="font-display text-xl">
        {t('documentsTold')}
      </h2>
      <ul className="space-y-2">
        {lines.map((line) => (
          <li key={line} className="flex gap-2 leading-snug">
            <Icon name="check" className="mt-0.5 size-4 shrink-0" />
            <span className="wrap-anywhere min-w-0">{line}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function useToldLines({ place, country, chosen: { mode, fields, days } }: DocumentsToldProps): string[] {
  const t = useTranslations('Settings');
  const names = useTranslations('Documents');
  const { imageKept, fieldsKept, mustBeSeen } = findKeptData(country);
  if (mode === 'off') {
    return [t('told_off')];
  }
  const asked = documentFields
    .filter((field) => fields.includes(field))
    .map((field) => names(`field_${field}`));
  const picture =
    imageKept === null ? t('toldPicture', { days }) : t('toldPictureLaw', { months: imageKept.months });
  return [
    t(`told_${mode}`),
    ...(asked.length > 0 ? [t('toldFields', { fields: asked.join(', ') })] : []),
    t('toldWho', { place }),
    ...(mode === 'image' ? [picture] : []),
    fieldsKept === null
      ? t('toldData', { days })
      : t('toldDataLaw', { months: fieldsKept.months, after: t(`after_${fieldsKept.after}`) }),
    ...(mustBeSeen ? [t('toldMustBeSeen')] : []),
  ];
}
