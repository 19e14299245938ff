'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/** A text for screen readers. Numbered, since the same text twice is two announcements. */
export type IncidentAnnouncement = { text: string; number: number };

/** Announces the reports that the desk has replied to since the list was last read. Empty if there are none. */
export function useIncidentAnnouncement(incidents: Incident[] | undefined): IncidentAnnouncement {
  const t = useTranslations('Incidents');
  const [announcement, setAnnouncement] = useState<IncidentAnnouncement>({ text: '', number: 0 });
  const seen = useRef(incidents);
  useEffect(() => {
    const updated = incidents?.filter((incident) => hasNewReply(incident, seen.current)) ?? [];
    seen.current = incidents;
    if (updated.length > 0) {
      const sentences = updated.map(({ title, status }) =>
        t('news', { title, status: t(`status.${status}`) }),
      );
      setAnnouncement(({ number }) => ({ text: sentences.join(' '), number: number + 1 }));
    }
  }, [incidents, t]);
  return announcement;
}

function hasNewReply(incident: Incident, seen: Incident[] | undefined): boolean {
  const before = seen?.find(({ id }) => id === incident.id);
  const last = incident.updates.at(-1);
  return before !== undefined && before.updates.length < incident.updates.length && last?.from === 'desk';
}
