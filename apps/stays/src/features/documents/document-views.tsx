'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { useFormatter, useTranslations } from 'next-intl';

/** Who of the team has looked at a document, and when. */
export function DocumentViews({ views }: Pick<GuestDocument, 'views'>) {
  const t = useTranslations('Documents');
  const format = useFormatter();
  if (views.length === 0) {
    return <p className="mt-2 text-ink-soft text-sm">{t('noViews')}</p>;
  }
  return (
    <div className="mt-2 text-sm">
      <h4 className="font-semibold">{t('views')}</h4>
      <ul>
        {views.map(({ by, at }) => (
          <li key={`${by} ${at}`} className="wrap-anywhere text-ink-soft">
            {t('view', {
              name: by === '' ? t('somebody') : by,
              time: format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' }),
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
