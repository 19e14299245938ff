'use client';

import { useEffect, useState } from 'react';
import { changeDraft, type DocumentDraft, newDraft } from './document-draft';

type StoredSession = {
  draft: DocumentDraft;
  /** The picture or the PDF that will be sent. */
  picture: File | null;
  /** The version of the terms that the guest has agreed to on this page. */
  consentVersion: string | null;
};

export type DocumentSession = StoredSession & {
  change: (change: (draft: DocumentDraft) => DocumentDraft) => void;
  setPicture: (picture: File | null) => void;
  agree: (consentVersion: string | null) => void;
  /** To be called after sending: starts an empty draft with a new key. The consent stays. */
  clear: () => void;
};

// Closing the sheet must not lose what was typed. It is never written to the browser's storage, so it ends with the page.
const sessions = new Map<string, StoredSession>();

export function useDocumentSession(bookingCode: string): DocumentSession {
  const [session, setSession] = useState<StoredSession>(
    () => sessions.get(bookingCode) ?? { draft: newDraft(), picture: null, consentVersion: null },
  );
  useEffect(() => {
    sessions.set(bookingCode, session);
  }, [bookingCode, session]);

  return {
    ...session,
    change: (change) => setSession((before) => ({ ...before, draft: change(before.draft) })),
    setPicture: (picture) =>
      setSession((before) => ({ ...before, picture, draft: changeDraft(before.draft, { picture: true }) })),
    agree: (consentVersion) => setSession((before) => ({ ...before, consentVersion })),
    clear: () => setSession((before) => ({ ...before, draft: newDraft(), picture: null })),
  };
}
