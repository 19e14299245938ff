'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { Incident } from './incident';

/** What a screen reader should hear. Numbered, since the same words twice are two pieces of news. */
export type IncidentNews = { text: string; number: number };

/** The reports the desk has answered since the list was last read. Empty: none. */
export function useIncidentNews(incidents: Incident[] | undefined): IncidentNews {
  const t = useTranslations('Incidents');
  const [news, setNews] = useState<IncidentNews>({ text: '', number: 0 });
  const seen = useRef(incidents);
  useEffect(() => {
    const answered = incidents?.filter((incident) => isAnswered(incident, seen.current)) ?? [];
    seen.current = incidents;
    if (answered.length > 0) {
      const said = answered.map(({ title, status }) => t('news', { title, status: t(`status.${status}`) }));
      setNews(({ number }) => ({ text: said.join(' '), number: number + 1 }));
    }
  }, [incidents, t]);
  return news;
}

function isAnswered(incident: Incident, seen: Incident[] | undefined): boolean {
  const before = seen?.find(({ id }) => id === incident.id);
  const last = incident.updates.at(-1);
  return before !== undefined && before.updates.length < incident.updates.length && last?.from === 'desk';
}
