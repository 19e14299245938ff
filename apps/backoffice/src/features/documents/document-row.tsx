import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PendingBar } from '@/shell/place/pending-bar';
import type { ListedDocument } from './document-schemas';
import type { DocumentWords } from './document-words';
import { StatusTag } from './status-tag';

type DocumentRowProps = { href: string; document: ListedDocument; words: DocumentWords; now: Date };

/** A document in the queue: whose it is, where they stay, how long it waits, and what needs a second look. Never what it says. */
export async function DocumentRow({ href, document, words, now }: DocumentRowProps) {
  const t = await getTranslations('Documents');
  const { documentType, status, isChild, room, createdAt, erasureAskedAt, holdReason, sameNumber } = document;
  const isWaiting = status === 'pending';
  const facts = [
    t(`type_${documentType}`),
    room === null ? t('noRoom') : t('room', { room }),
    isChild && t('child'),
    isWaiting && t('waits', { days: words.countDays(createdAt, now) }),
  ];
  const flags = [
    erasureAskedAt !== null && t('erasureAsked'),
    sameNumber.length > 0 && t('sameNumberTag', { count: sameNumber.length }),
    holdReason !== null && t('held'),
  ].filter((flag) => flag !== false);
  return (
    <li className="relative flex min-h-16 items-center gap-3 px-4 py-3 hover:bg-sunken has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-3 sm:gap-4 sm:px-5">
      <div className="min-w-0 grow">
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <Link
            href={href}
            prefetch={false}
            className="wrap-anywhere min-w-0 font-semibold outline-none after:absolute after:inset-0"
          >
            {words.nameOf(document)}
            <PendingBar />
          </Link>
          <StatusTag status={status} />
        </div>
        <p className="wrap-anywhere text-ink-soft">{facts.filter(Boolean).join(' · ')}</p>
        {flags.length > 0 && (
          <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-danger text-sm">
            {flags.map((flag) => (
              <span key={flag} className="inline-flex items-center gap-1.5">
                <Icon name="info" className="size-4 shrink-0" />
                {flag}
              </span>
            ))}
          </p>
        )}
      </div>
      <Icon name="chevron" className="size-5 shrink-0 -rotate-90 text-ink-soft" />
    </li>
  );
}
