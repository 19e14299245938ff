'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { Icon } from '@gudbro/ui/icon';
import { useFormatter, useTranslations } from 'next-intl';
import { Facts } from '@/shell/sheets/facts';
import { Conversation } from './conversation';
import { ReplyForm } from './reply-form';

type IncidentCardProps = { incident: Incident; isOpenAtFirst: boolean };

const statusClasses: Record<Incident['status'], string> = {
  open: 'bg-lamp text-lamp-ink',
  in_progress: 'bg-accent text-accent-ink',
  resolved: 'bg-sunken text-ink',
  closed: 'bg-sunken text-ink-soft',
};

/** One report: its status in the summary, its conversation in the details. */
export function IncidentCard({ incident, isOpenAtFirst }: IncidentCardProps) {
  const t = useTranslations('Incidents');
  const format = useFormatter();
  const { title, description, status, area, photoCount } = incident;
  const reportedAt = format.dateTime(new Date(incident.createdAt), {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  const facts = [reportedAt, area?.name, photoCount > 0 && t('photos', { count: photoCount })];
  return (
    <details open={isOpenAtFirst} className="group rounded-2xl border border-line">
      <summary className="flex min-h-14 cursor-pointer list-none items-start gap-3 rounded-2xl p-4 leading-snug [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 grow">
          <span
            className={`mb-1.5 inline-block rounded-full px-2.5 py-0.5 font-semibold text-sm ${statusClasses[status]}`}
          >
            {t(`status.${status}`)}
          </span>
          <span className="wrap-anywhere block font-semibold">{title}</span>
          <Facts facts={facts} />
        </span>
        <Icon name="chevron" className="mt-1 size-5 shrink-0 text-ink-soft group-open:rotate-180" />
      </summary>
      <div className="space-y-4 px-4 pb-4">
        {description && <p className="wrap-anywhere whitespace-pre-line text-pretty">{description}</p>}
        <Conversation updates={incident.updates} />
        <ReplyForm incident={incident} />
      </div>
    </details>
  );
}
