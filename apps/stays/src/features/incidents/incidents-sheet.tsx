'use client';

import { Button } from '@gudbro/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import type { SheetProps } from '../actions/action-sheets';
import { ListSkeleton } from '../actions/list-skeleton';
import { RetryNotice } from '../actions/retry-notice';
import { useStayPage } from '../actions/session-context';
import { Sheet } from '../actions/sheet';
import type { Incident } from './incident';
import { IncidentCard } from './incident-card';
import { incidentsKey } from './own-incidents';
import { useIncidentNews } from './use-incident-news';
import { useOwnIncidents } from './use-own-incidents';

/** One's own reports, what became of them, and what was said. */
export function IncidentsSheet({ onClose, onOpen }: SheetProps) {
  const t = useTranslations('Incidents');
  const report = useTranslations('Report');
  const { data, isError, refetch } = useOwnIncidents({ isPolled: true });
  const { page } = useStayPage();
  const client = useQueryClient();
  useEffect(() => {
    if (data === null) {
      // The guest was asked who they are and thought better of it; next time they are asked anew.
      client.removeQueries({ queryKey: incidentsKey(page.code) });
      onClose();
    }
  }, [data, client, page.code, onClose]);
  const footer = (
    <Button onClick={() => onOpen('report')} variant="secondary" className="w-full">
      {data?.incidents.length === 0 ? report('title') : t('another')}
    </Button>
  );
  return (
    <Sheet title={t('title')} onClose={onClose} footer={footer}>
      <News incidents={data?.incidents} />
      {isError && (
        <div className="mb-4">
          <RetryNotice text={data ? t('stale') : t('away')} onRetry={() => void refetch()} />
        </div>
      )}
      {data ? (
        <IncidentList incidents={data.incidents} />
      ) : (
        !isError && <ListSkeleton heights={['h-24', 'h-24']} />
      )}
    </Sheet>
  );
}

function News({ incidents }: { incidents: Incident[] | undefined }) {
  const { text, number } = useIncidentNews(incidents);
  return (
    <p role="status" className="sr-only">
      {/* A new element each time: words that stay as they are would not be read out. */}
      <span key={number}>{text}</span>
    </p>
  );
}

function IncidentList({ incidents }: { incidents: Incident[] }) {
  const t = useTranslations('Incidents');
  if (incidents.length === 0) {
    return <p className="text-pretty leading-relaxed">{t('none')}</p>;
  }
  return (
    <ul className="space-y-4">
      {incidents.map((incident, index) => (
        <li key={incident.id}>
          <IncidentCard incident={incident} isOpenAtFirst={index === 0} />
        </li>
      ))}
    </ul>
  );
}
