'use client';

import { useEffect, useState } from 'react';
import { newDraft, type ReportDraft, readStoredDraft, removeStoredDraft, storeDraft } from './report-draft';

export type ReportDraftState = {
  draft: ReportDraft;
  change: (changes: Partial<ReportDraft>) => void;
  photos: readonly File[];
  setPhotos: (photos: readonly File[]) => void;
  /** To be called after sending: starts an empty draft with a new key. */
  clear: () => void;
};

// Closing the sheet must not lose photos, and storage is too small for them, so they are held in memory.
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
      removeStoredDraft(code);
      setPhotos([]);
      setDraft(newDraft());
    },
  };
}
