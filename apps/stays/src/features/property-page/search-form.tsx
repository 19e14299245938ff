import { Button } from '@gudbro/ui/button';
import { Card } from '@gudbro/ui/card';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { addDays, maxDaysAhead, maxNights } from './nights';
import type { Search } from './search';

type SearchFormProps = { slug: string; today: string; search: Search | null };

/** Search by nights and guests. A GET form, so that a result has an address that can be shared. */
export async function SearchForm({ slug, today, search }: SearchFormProps) {
  const t = await getTranslations('Place');
  const texts = {
    missing: t('dateMissing'),
    past: t('datePast'),
    tooFar: t('dateTooFar'),
    notAfter: t('dateNotAfter'),
    tooMany: t('dateTooMany', { nights: maxNights }),
  };
  const error = search?.error;
  const lastDay = addDays(today, maxDaysAhead);
  const dates = [
    { name: 'checkIn', label: t('checkIn'), min: today, max: lastDay },
    { name: 'checkOut', label: t('checkOut'), min: addDays(today, 1), max: addDays(lastDay, maxNights) },
  ] as const;
  return (
    <Card title={t('searchTitle')} icon="calendar">
      <form action={`/${slug}#request`} noValidate className="grid grid-cols-1 gap-4 sm:grid-cols-2">
        {dates.map((field) => (
          <TextField
            {...field}
            key={field.name}
            type="date"
            required
            defaultValue={search?.[field.name] ?? ''}
            error={error?.field === field.name ? texts[error.reason] : undefined}
          />
        ))}
        <TextField
          type="number"
          name="guests"
          label={t('guests')}
          required
          min={1}
          max={50}
          inputMode="numeric"
          defaultValue={search?.guests ?? 1}
        />
        <Button type="submit" className="w-full self-end">
          {t('search')}
        </Button>
      </form>
    </Card>
  );
}
