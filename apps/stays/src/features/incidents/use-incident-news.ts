'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Incident } from './incident';

/** What a screen reader should hear: what has changed since the list was last read. Empty: nothing. */
export function useIncidentNews(incidents: Incident[] | undefined): string {
  const t = useTranslations('Incidents');
  const [news, setNews] = useState('');
  const seen = useRef(incidents);
  useEffect(() => {
    const changed = incidents?.find((incident) => hasNews(incident, seen.current));
    seen.current = incidents;
    if (changed) {
      setNews(t('news', { title: changed.title, status: t(`status.${changed.status}`) }));
    }
  }, [incidents, t]);
  return news;
}

function hasNews(incident: Incident, seen: Incident[] | undefined): boolean {
  const before = seen?.find(({ id }) => id === incident.id);
  const last = incident.updates.at(-1);
  return before !== undefined && before.updates.length < incident.updates.length && last?.from === 'desk';
}
