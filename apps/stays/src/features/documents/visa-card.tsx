'use client';

import type { ApiOutput } from '@gudbro/guest-api/api-types';
import { Icon } from '@gudbro/ui/icon';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { formatDate } from './format-date';
import type { DocumentOwner } from './own-documents';

type Visa = NonNullable<ApiOutput<'GET /api/stay/[code]/visa-status'>['visa']>;

type VisaCardProps = { visa: Visa; people: readonly DocumentOwner[] };

/** Until when the visa of the party is valid that ends first, and a warning where that is before the check-out. */
export function VisaCard({ visa, people }: VisaCardProps) {
  const t = useTranslations('DocumentVisa');
  const locale = useLocale();
  const { expiryDate, daysRemaining, endsBeforeCheckOut, personId } = visa;
  const name = people.find(({ id }) => id === personId)?.name;
  return (
    <section className="mb-4 rounded-2xl border border-line p-4 leading-snug">
      <h3 className="wrap-anywhere mb-1 flex items-center gap-2 font-semibold">
        <Icon name="calendar" className="size-5 shrink-0 text-accent" />
        {name === undefined ? t('title') : t('titleOf', { name })}
      </h3>
      <p>{t('until', { date: formatDate(expiryDate, locale) })}</p>
      <p className="text-ink-soft text-sm">
        {daysRemaining < 0 ? t('ended') : t('left', { days: daysRemaining })}
      </p>
      {endsBeforeCheckOut && (
        <div className="mt-3">
          <Notice tone="danger" icon="alert">
            {t('beforeCheckOut')}
          </Notice>
        </div>
      )}
    </section>
  );
}
