'use client';

import { useLocale, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { formats } from '@/i18n/formats';
import { usePulse } from './pulse-context';

/** Says how fresh the screen is: "live · 2 s ago", or since when there is no connection. */
export function LiveLine() {
  const t = useTranslations('Shell');
  const locale = useLocale();
  const { seenAt, offlineSince, isSignedOut } = usePulse();
  const now = useNow();
  if (isSignedOut) {
    return (
      <p
        role="status"
        className="flex items-center gap-2 rounded-lg bg-danger-surface px-2 py-1 font-semibold text-danger text-sm"
      >
        <span className="max-sm:sr-only">{t('signedOut')}</span>
        {/* In a new tab, so that what is typed here stays. */}
        <a href="/sign-in" target="_blank" rel="noopener" className="whitespace-nowrap py-1.5 underline">
          {t('signInAgain')}
        </a>
      </p>
    );
  }
  if (offlineSince !== null) {
    // By the clock of this device, on which it went offline.
    const time = offlineSince.toLocaleTimeString(locale, formats.dateTime.time);
    return (
      <p
        role="status"
        className="flex items-center gap-2 rounded-lg bg-danger-surface px-2 py-1 font-semibold text-danger text-sm max-sm:px-1.5 max-sm:text-xs max-sm:leading-tight"
      >
        <span aria-hidden="true" className="size-2.5 shrink-0 bg-danger max-sm:hidden" />
        {t('offlineSince', { time })}
      </p>
    );
  }
  const seconds = seenAt === null ? 0 : Math.max(0, Math.round((now.getTime() - seenAt.getTime()) / 1000));
  return seenAt === null ? null : (
    <p className="flex items-center gap-2 whitespace-nowrap text-ink-soft text-sm tabular-nums">
      <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-accent" />
      <span aria-hidden="true" className="sm:hidden">
        {t('liveShort')}
      </span>
      <span className="sr-only sm:not-sr-only">{t('live', { seconds })}</span>
    </p>
  );
}

/** The time, every second. */
function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
