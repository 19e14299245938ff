'use client';

import { useTranslations } from 'next-intl';

/** The shape of a list that is being read: `heights` are those of its first rows. */
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
