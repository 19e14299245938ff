'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { useTranslations } from 'next-intl';
import { type Announcement, useListNews } from '@/shell/sheets/use-list-news';

/** Announces the documents that the desk has checked since the list was last read. Empty if there are none. */
export function useDocumentAnnouncement(documents: GuestDocument[] | undefined): Announcement {
  const t = useTranslations('Documents');
  return useListNews(documents, ({ documentType, status }, before) =>
    before.status === status
      ? null
      : t('news', { document: t(`types.${documentType}`), status: t(`status.${status}`) }),
  );
}
