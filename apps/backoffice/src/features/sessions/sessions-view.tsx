import { formatRoomLabel } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { PendingBar } from '@/shell/place/pending-bar';
import { createEndWords } from './format-end';
import type { ListedSession } from './queries';

type SessionsViewProps = {
  place: Place;
  sessions: readonly ListedSession[];
  isOpen: boolean;
  next: string | null;
  isLater: boolean;
};

/** The access codes of a place: those that open a stay, or those that have ended. */
export async function SessionsView({ place, sessions, isOpen, next, isLater }: SessionsViewProps) {
  const [t, formatEnd] = await Promise.all([getTranslations('Sessions'), createEndWords(place)]);
  const base = `/p/${place.slug}/sessions`;
  const isEmpty = sessions.length === 0 && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          <>
            <LinkButton href={`/p/${place.slug}/locks`} variant="secondary">
              {t('locksLink')}
            </LinkButton>
            <LinkButton href={`${base}/new`}>{t('new')}</LinkButton>
          </>
        }
      />
      <nav aria-label={t('views')} className="flex flex-wrap gap-1.5">
        {(['open', 'ended'] as const).map((view) => (
          <Link
            key={view}
            href={view === 'open' ? '?' : '?view=ended'}
            prefetch={false}
            aria-current={(view === 'open') === isOpen ? 'page' : undefined}
            className="inline-flex min-h-12 items-center rounded-xl border border-line px-3.5 font-medium hover:bg-sunken aria-[current=page]:border-accent aria-[current=page]:bg-accent aria-[current=page]:text-accent-ink"
          >
            {t(view)}
            <PendingBar />
          </Link>
        ))}
      </nav>
      {isEmpty && isOpen && (
        <EmptyList icon="qr" title={t('emptyTitle')} text={t('empty')}>
          <LinkButton href={`${base}/new`}>{t('new')}</LinkButton>
        </EmptyList>
      )}
      {isEmpty && !isOpen && <p className="text-ink-soft">{t('noneEnded')}</p>}
      {sessions.length > 0 && (
        <RowList>
          {sessions.map(({ id, guestName, roomNumber, expiresAt, phoneCount }) => (
            <Row
              key={id}
              href={`${base}/${id}`}
              title={formatRoomLabel(place.shortCode, roomNumber)}
              detail={[guestName || t('noName'), t('devices', { count: phoneCount })].join(' · ')}
              end={isOpen ? t('until', { at: formatEnd(expiresAt) }) : t('endedAt')}
            />
          ))}
        </RowList>
      )}
      <Pager next={next} isLater={isLater} query={{ view: isOpen ? '' : 'ended' }} />
    </div>
  );
}
