import { Card } from '@gudbro/ui/card';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatTimeOfDay } from './format-time-of-day';

type StayTimesProps = { checkinTime: string; checkoutTime: string };

/** Check-out comes first: a guest in the room has already checked in. */
export async function StayTimes({ checkinTime, checkoutTime }: StayTimesProps) {
  const [t, locale] = await Promise.all([getTranslations('Property'), getLocale()]);
  const times = [
    { label: t('checkOutBy'), time: checkoutTime },
    { label: t('checkInFrom'), time: checkinTime },
  ];
  return (
    <Card>
      <h2 className="sr-only">{t('times')}</h2>
      <dl className="grid grid-cols-2 divide-x divide-line">
        {times.map(({ label, time }) => (
          <div key={label} className="pl-5 first:pr-3 first:pl-0">
            <dt className="text-balance text-ink-soft text-sm">{label}</dt>
            <dd className="mt-0.5 font-display text-2xl leading-tight">{formatTimeOfDay(time, locale)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
