'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { useFormatter, useTranslations } from 'next-intl';
import { Facts } from '@/shell/sheets/facts';

type Update = Incident['updates'][number];

/** The messages in order, the guest's own on the right. */
export function Conversation({ updates }: { updates: readonly Update[] }) {
  const t = useTranslations('Incidents');
  if (updates.length === 0) {
    return <p className="text-ink-soft text-sm">{t('noAnswerYet')}</p>;
  }
  return (
    <ol className="space-y-3">
      {updates.map((update) => (
        <Bubble key={update.id} update={update} />
      ))}
    </ol>
  );
}

function Bubble({ update: { from, message, status, createdAt } }: { update: Update }) {
  const t = useTranslations('Incidents');
  const format = useFormatter();
  const isOwn = from === 'guest';
  const time = format.dateTime(new Date(createdAt), { weekday: 'short', hour: 'numeric', minute: '2-digit' });
  return (
    <li className={isOwn ? 'pl-10 text-right' : 'pr-10'}>
      {message && (
        <p
          className={`wrap-anywhere inline-block whitespace-pre-line text-pretty rounded-2xl px-4 py-2.5 text-left leading-snug ${isOwn ? 'rounded-br-md bg-accent text-accent-ink' : 'rounded-bl-md bg-sunken'}`}
        >
          {message}
        </p>
      )}
      <Facts facts={[isOwn ? t('you') : t('desk'), status && t(`status.${status}`), time]} />
    </li>
  );
}
