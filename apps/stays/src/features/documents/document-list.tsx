'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useIsOnline } from '@/client/use-is-online';
import { CallDesk } from '@/shell/sheets/call-desk';
import { ListAge } from '@/shell/sheets/list-age';
import { ListSkeleton } from '@/shell/sheets/list-skeleton';
import { RetryNotice } from '@/shell/sheets/retry-notice';
import { Sheet } from '@/shell/sheets/sheet';
import { DocumentCard } from './document-card';
import type { OwnDocuments } from './own-documents';
import { Terms } from './terms';
import { useDocumentAnnouncement } from './use-document-announcement';
import { type useOwnDocuments, useVisaStatus } from './use-own-documents';
import { VisaCard } from './visa-card';

type DocumentListProps = {
  list: ReturnType<typeof useOwnDocuments>;
  /** A document was sent just now. */
  wasSent: boolean;
  onAdd: () => void;
  onClose: () => void;
};

/** The guest's own documents, each with its status and when it will be gone. */
export function DocumentList({ list, wasSent, onAdd, onClose }: DocumentListProps) {
  const t = useTranslations('Documents');
  const { data, isError, refetch, dataUpdatedAt } = list;
  const isOnline = useIsOnline();
  const isStale = isError || !isOnline;
  const footer = data?.policy.canAdd && (
    <Button onClick={onAdd} variant="secondary" className="w-full">
      {t('add')}
    </Button>
  );
  return (
    <Sheet title={t('title')} onClose={onClose} footer={footer}>
      <Announcement documents={data?.documents} />
      {data && <ListAge since={isStale ? dataUpdatedAt : null} format={(ago) => t('stale', { ago })} />}
      {data ? (
        <Content own={data} wasSent={wasSent} onAdd={onAdd} />
      ) : (
        !isStale && <ListSkeleton heights={['h-24', 'h-24']} />
      )}
      {isStale && !data && <RetryNotice text={t('away')} onRetry={() => void refetch()} />}
    </Sheet>
  );
}

function Announcement({ documents }: { documents: GuestDocument[] | undefined }) {
  const { text, number } = useDocumentAnnouncement(documents);
  return (
    <p role="status" className="sr-only">
      {/* A new element each time: screen readers do not read an unchanged text again. */}
      <span key={number}>{text}</span>
    </p>
  );
}

type ContentProps = { own: OwnDocuments; wasSent: boolean; onAdd: () => void };

function Content({ own, wasSent, onAdd }: ContentProps) {
  const t = useTranslations('Documents');
  const terms = useTranslations('DocumentTerms');
  const { policy, documents, people } = own;
  const visa = useVisaStatus(own);
  const [news, setNews] = useState(wasSent ? t('sent') : '');
  const list = useRef<HTMLUListElement>(null);
  const onRemoved = () => {
    setNews(t('removed'));
    // The button that had the focus is gone with its document.
    list.current?.focus();
  };
  return (
    <>
      <p role="status" className={news === '' ? 'sr-only' : 'mb-4 font-semibold'}>
        {news}
      </p>
      {visa && <VisaCard visa={visa} people={people} />}
      {documents.length === 0 && (
        <p className="text-pretty leading-relaxed">{t(policy.mode === 'off' ? 'off' : 'none')}</p>
      )}
      <ul ref={list} tabIndex={-1} className="space-y-4 outline-none">
        {documents.map((document) => (
          <DocumentCard
            key={document.id}
            document={document}
            people={people}
            onAddAgain={policy.canAdd ? onAdd : null}
            onRemoved={onRemoved}
          />
        ))}
      </ul>
      {!policy.canAdd && policy.mode !== 'off' && (
        <p className="mt-4 text-pretty text-ink-soft text-sm">{t('closed')}</p>
      )}
      {policy.mode !== 'off' && (
        <details className="group mt-4 rounded-2xl border border-line">
          <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 rounded-2xl px-4 py-2 font-semibold leading-snug [&::-webkit-details-marker]:hidden">
            <span className="min-w-0 grow">{terms('fold')}</span>
            <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
          </summary>
          <div className="px-4 pb-4">
            <Terms policy={policy} />
          </div>
        </details>
      )}
      <CallDesk />
    </>
  );
}
