import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';

type TodayFrameProps = {
  place: Place;
  now: Date;
  /** What of today the person's role sees. */
  children: ReactNode;
};

/** The first screen of a place, with the day. */
export async function TodayFrame({ place, now, children }: TodayFrameProps) {
  const [t, format] = await Promise.all([getTranslations('Today'), getFormatter()]);
  const day = format.dateTime(now, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: place.timezone,
  });
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('pageTitle', { place: place.name })}</title>
      <PageHeader title={t('heading')} description={day} />
      {children}
    </div>
  );
}
