'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { useStayPage } from '@/shell/actions/session-context';
import { DocumentCamera } from './document-camera';
import { DocumentForm } from './document-form';
import { DocumentList } from './document-list';
import { documentsKey, type OwnDocuments } from './own-documents';
import { TermsView } from './terms-view';
import { type DocumentSession, useDocumentSession } from './use-document-session';
import { useOwnDocuments } from './use-own-documents';

type View = 'list' | 'terms' | 'form' | 'camera';

/** The documents of the guest's booking: the list, and what the place asks for before the form of another one. */
export function DocumentsSheet({ onClose }: SheetProps) {
  const { page } = useStayPage();
  const client = useQueryClient();
  const list = useOwnDocuments();
  const { data } = list;
  const session = useDocumentSession(page.bookingCode ?? page.code);
  const [view, setView] = useState<View | null>(null);
  const [wasSent, setWasSent] = useState(false);
  const [wasChanged, setWasChanged] = useState(false);
  useEffect(() => {
    if (data === null) {
      // The guest closed the verification sheet. Drop the result, so that the next opening verifies again.
      client.removeQueries({ queryKey: documentsKey(page.code) });
      onClose();
    }
  }, [data, client, page.code, onClose]);
  const first = data ? chooseFirstView(data, session) : null;
  useEffect(() => setView((before) => before ?? first), [first]);

  const shown = view ?? first;
  if (!data || shown === null || shown === 'list') {
    return (
      <DocumentList
        list={list}
        wasSent={wasSent}
        onAdd={() => setView(hasAgreed(data, session) ? 'form' : 'terms')}
        onClose={onClose}
      />
    );
  }
  const toList = data.documents.length > 0 ? () => setView('list') : null;
  switch (shown) {
    case 'terms':
      return (
        <TermsView
          own={data}
          wasChanged={wasChanged}
          onAgree={(version) => {
            session.agree(version);
            setWasChanged(false);
            setView('form');
          }}
          onBack={toList}
          onClose={onClose}
        />
      );
    case 'camera':
      return (
        <DocumentCamera
          type={session.draft.type}
          onPicture={(picture) => {
            session.setPicture(picture);
            setView('form');
          }}
          onClose={() => setView('form')}
        />
      );
    default:
      return (
        <DocumentForm
          own={data}
          session={session}
          onCamera={() => setView('camera')}
          onSent={() => {
            setWasSent(true);
            setView('list');
          }}
          onConsentChanged={() => {
            session.agree(null);
            setWasChanged(true);
            void list.refetch();
            setView('terms');
          }}
          onBack={toList}
          onClose={onClose}
        />
      );
  }
}

function hasAgreed(own: OwnDocuments | null | undefined, { consentVersion }: DocumentSession): boolean {
  return consentVersion !== null && consentVersion === own?.policy.consentVersion;
}

/** A guest without documents begins with what the place asks for, or goes on with what was typed. */
function chooseFirstView(own: OwnDocuments, session: DocumentSession): View {
  if (own.documents.length > 0 || !own.policy.canAdd) {
    return 'list';
  }
  return hasAgreed(own, session) ? 'form' : 'terms';
}
