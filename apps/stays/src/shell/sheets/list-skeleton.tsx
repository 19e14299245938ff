'use client';

import { useTranslations } from 'next-intl';

/** A placeholder while a list loads. `heights` are the heights of its first rows. */
export function ListSkeleton({ heights }: { heights: readonly string[] }) {
  const t = useTranslations('Sheet');
  return (
    <div className="space-y-4">
      <p role="status" className="sr-only">
        {t('loading')}
      </p>
      {heights.map((height, index) => (
        <div key={index} className={`rounded-2xl bg-sunken motion-safe:animate-pulse ${height}`} />
      ))}
    </div>
  );
}
