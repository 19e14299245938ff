'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { Button } from '@gudbro/ui/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { useIsOnline } from '@/client/use-is-online';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { useStayPage } from '@/shell/actions/session-context';
import { CallDesk } from '@/shell/sheets/call-desk';
import { ListAge } from '@/shell/sheets/list-age';
import { ListSkeleton } from '@/shell/sheets/list-skeleton';
import { RetryNotice } from '@/shell/sheets/retry-notice';
import { Sheet } from '@/shell/sheets/sheet';
import { IncidentCard } from './incident-card';
import { incidentsKey } from './own-incidents';
import { useIncidentAnnouncement } from './use-incident-announcement';
import { useOwnIncidents } from './use-own-incidents';

/** The guest's own reports with their status and conversation. */
export function IncidentsSheet({ onClose, onOpen }: SheetProps) {
  const t = useTranslations('Incidents');
  const report = useTranslations('Report');
  const { data, isError, refetch, dataUpdatedAt } = useOwnIncidents({ isPolled: true });
  const isOnline = useIsOnline();
  const isStale = isError || !isOnline;
  const { page } = useStayPage();
  const client = useQueryClient();
  useEffect(() => {
    if (data === null) {
      // The guest closed the verification sheet. Drop the result, so that the next opening verifies again.
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
      <Announcement incidents={data?.incidents} />
      {data && <ListAge since={isStale ? dataUpdatedAt : null} format={(ago) => t('stale', { ago })} />}
      {data ? (
        <>
          <IncidentList incidents={data.incidents} />
          <CallDesk />
        </>
      ) : (
        !isStale && <ListSkeleton heights={['h-24', 'h-24']} />
      )}
      {isStale && !data && <RetryNotice text={t('away')} onRetry={() => void refetch()} />}
    </Sheet>
  );
}

function Announcement({ incidents }: { incidents: Incident[] | undefined }) {
  const { text, number } = useIncidentAnnouncement(incidents);
  return (
    <p role="status" className="sr-only">
      {/* A new element each time: screen readers do not read an unchanged text again. */}
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
