'use client';

import type { Incident } from '@gudbro/guest-api/incident';
import { useTranslations } from 'next-intl';
import { type Announcement, useListNews } from '@/shell/sheets/use-list-news';

/** Announces the reports that the desk has replied to since the list was last read. Empty if there are none. */
export function useIncidentAnnouncement(incidents: Incident[] | undefined): Announcement {
  const t = useTranslations('Incidents');
  return useListNews(incidents, (now, before) =>
    hasNewReply(now, before) ? t('news', { title: now.title, status: t(`status.${now.status}`) }) : null,
  );
}

function hasNewReply(now: Incident, before: Incident): boolean {
  return before.updates.length < now.updates.length && now.updates.at(-1)?.from === 'desk';
}
