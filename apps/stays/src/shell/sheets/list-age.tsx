'use client';

import { useLocale } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatAge } from './format-age';

const tickMs = 30_000;

type ListAgeProps = {
  /** When the list was loaded, by the phone's clock; null while it is up to date. */
  since: number | null;
  format: (ago: string) => string;
};

/** Says above a list how old it is. Its line is always there, so that the list does not move under the thumb. */
export function ListAge({ since, format }: ListAgeProps) {
  const locale = useLocale();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    setNow(Date.now());
    const timer = window.setInterval(() => setNow(Date.now()), tickMs);
    return () => window.clearInterval(timer);
  }, [since]);
  return (
    <p role="status" className="-mt-3 mb-1 min-h-6 text-ink-soft text-sm leading-6">
      {since !== null && format(formatAge(now - since, locale))}
    </p>
  );
}
