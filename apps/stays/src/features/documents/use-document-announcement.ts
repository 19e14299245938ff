'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/** A text for screen readers. Numbered, since the same text twice is two announcements. */
export type DocumentAnnouncement = { text: string; number: number };

/** Announces the documents that the desk has checked since the list was last read. Empty if there are none. */
export function useDocumentAnnouncement(documents: GuestDocument[] | undefined): DocumentAnnouncement {
  const t = useTranslations('Documents');
  const [announcement, setAnnouncement] = useState<DocumentAnnouncement>({ text: '', number: 0 });
  const seen = useRef(documents);
  useEffect(() => {
    const changed = documents?.filter((document) => hasNewStatus(document, seen.current)) ?? [];
    seen.current = documents;
    if (changed.length > 0) {
      const sentences = changed.map(({ documentType, status }) =>
        t('news', { document: t(`types.${documentType}`), status: t(`status.${status}`) }),
      );
      setAnnouncement(({ number }) => ({ text: sentences.join(' '), number: number + 1 }));
    }
  }, [documents, t]);
  return announcement;
}

function hasNewStatus({ id, status }: GuestDocument, seen: GuestDocument[] | undefined): boolean {
  const before = seen?.find((one) => one.id === id);
  return before !== undefined && before.status !== status;
}
