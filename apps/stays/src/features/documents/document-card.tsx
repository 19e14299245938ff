'use client';

import type { GuestDocument } from '@gudbro/guest-api/document';
import { Button } from '@gudbro/ui/button';
import { Icon, type IconName } from '@gudbro/ui/icon';
import { useFormatter, useTranslations } from 'next-intl';
import { Facts } from '@/shell/sheets/facts';
import { DocumentDates } from './document-dates';
import { DocumentViews } from './document-views';
import { EraseDocument } from './erase-document';
import type { DocumentOwner } from './own-documents';
import { RemoveDocument } from './remove-document';

type DocumentCardProps = {
  document: GuestDocument;
  people: readonly DocumentOwner[];
  /** Null where no document can be added any more. */
  onAddAgain: (() => void) | null;
  onRemoved: () => void;
};

const looks: Record<GuestDocument['status'], { icon: IconName; className: string }> = {
  pending: { icon: 'clock', className: 'bg-lamp text-lamp-ink' },
  verified: { icon: 'check', className: 'bg-accent text-accent-ink' },
  rejected: { icon: 'close', className: 'bg-danger-surface text-danger' },
};

/** One document: what became of it, when it will be gone, who has looked at it, and what its guest can do. */
export function DocumentCard({ document, people, onAddAgain, onRemoved }: DocumentCardProps) {
  const t = useTranslations('Documents');
  const format = useFormatter();
  const { documentType, status, personId, hasPicture, createdAt, rejectionReason } = document;
  const { icon, className } = looks[status];
  const owner = personId === null ? t('lead') : people.find(({ id }) => id === personId)?.name;
  const added = format.dateTime(new Date(createdAt), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="rounded-2xl border border-line p-4 leading-snug">
      <p
        className={`mb-1.5 inline-flex items-center gap-1.5 rounded-full px-2.5 py-0.5 font-semibold text-sm ${className}`}
      >
        <Icon name={icon} className="size-4 shrink-0" />
        {t(`status.${status}`)}
      </p>
      <h3 className="font-semibold">{t(`types.${documentType}`)}</h3>
      <Facts facts={[owner, t('added', { time: added }), hasPicture && t('withPicture')]} />
      {rejectionReason && (
        <p className="wrap-anywhere mt-2 text-pretty">{t('reason', { reason: rejectionReason })}</p>
      )}
      <DocumentDates document={document} />
      <DocumentViews views={document.views} />
      <div className="mt-3 space-y-3">
        {status === 'rejected' && onAddAgain && (
          <Button variant="secondary" onClick={onAddAgain} className="w-full">
            {t('addAgain')}
          </Button>
        )}
        {status === 'pending' ? (
          !document.isHeld && <RemoveDocument documentId={document.id} onRemoved={onRemoved} />
        ) : (
          <EraseDocument document={document} />
        )}
      </div>
    </li>
  );
}
