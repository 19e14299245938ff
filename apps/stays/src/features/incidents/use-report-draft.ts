'use client';

import { useEffect, useState } from 'react';
import { forgetDraft, newDraft, type ReportDraft, readStoredDraft, storeDraft } from './report-draft';

export type ReportDraftState = {
  draft: ReportDraft;
  change: (changes: Partial<ReportDraft>) => void;
  photos: readonly File[];
  setPhotos: (photos: readonly File[]) => void;
  /** It has been sent: the next report begins empty, with a key of its own. */
  clear: () => void;
};

// Closing the sheet must not lose pictures, and storage is too small for them: they live as long as the page.
const photosByCode = new Map<string, readonly File[]>();

export function useReportDraft(code: string): ReportDraftState {
  const [draft, setDraft] = useState(() => readStoredDraft(code));
  const [photos, setPhotos] = useState<readonly File[]>(() => photosByCode.get(code) ?? []);
  useEffect(() => {
    photosByCode.set(code, photos);
  }, [code, photos]);

  return {
    draft,
    photos,
    setPhotos,
    change: (changes) => {
      const changed = { ...draft, ...changes };
      setDraft(changed);
      storeDraft(code, changed);
    },
    clear: () => {
      forgetDraft(code);
      setPhotos([]);
      setDraft(newDraft());
    },
  };
}
