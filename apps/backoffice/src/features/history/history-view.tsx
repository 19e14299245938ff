import { ButtonLink } from '@gudbro/ui/button-link';
import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { createEntryWords, type EntryWords } from './entry-words';
import { FilterForm } from './filter-form';
import { formatFilters, type HistoryFilters } from './history-filters';
import type { Entry, History } from './queries';

type HistoryViewProps = {
  place: Place;
  entries: readonly Entry[];
  known: Pick<History, 'people' | 'names'>;
  filters: HistoryFilters;
  next: string | null;
  isLater: boolean;
};

/** Who changed what at a place, newest first. */
export async function HistoryView({ place, entries, known, filters, next, isLater }: HistoryViewProps) {
  const [t, describe] = await Promise.all([getTranslations('History'), createEntryWords(place, known)]);
  const base = `/p/${place.slug}/history`;
  const query = formatFilters(filters);
  const rows = entries.map((entry) => ({ entry, words: describe(entry) }));
  const isEmpty = rows.length === 0 && Object.keys(query).length === 0 && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('heading')}</title>
      <PageHeader
        title={t('heading')}
        description={t('intro')}
        actions={
          !isEmpty && (
            <ButtonLink variant="secondary" href={`${base}/csv?${new URLSearchParams(query)}`} download>
              {t('csv')}
            </ButtonLink>
          )
        }
      />
      {filters.row !== undefined && (
        <Notice {...(rows[0] === undefined ? {} : { title: rows[0].words.thing })}>
          {t('ofOneThing')}{' '}
          <a href={base} className="font-semibold underline">
            {t('showAll')}
          </a>
        </Notice>
      )}
      {isEmpty ? (
        <EmptyList
          icon="history"
          title={t('emptyTitle')}
          text={t('empty')}
          guide={{ place: place.slug, chapter: 'people' }}
        />
      ) : (
        <>
          <FilterForm filters={filters} people={known.people} />
          {rows.length === 0 ? (
            <p className="text-ink-soft">{t('nothingFound')}</p>
          ) : (
            <RowList>
              {rows.map(({ entry, words }) => (
                <EntryRow key={entry.id} href={`${base}/${entry.id}`} entry={entry} words={words} />
              ))}
            </RowList>
          )}
        </>
      )}
      <Pager next={next} isLater={isLater} query={query} />
    </div>
  );
}

/** How many changed fields a row of the list shows. The others are on the entry's own screen. */
const shownChanges = 2;

async function EntryRow({ href, entry, words }: { href: string; entry: Entry; words: EntryWords }) {
  const t = await getTranslations('History');
  // Of a new or removed row its name is enough: all its fields are new or gone.
  const changes = ['added', 'removed'].includes(entry.action) ? [] : words.changes;
  const rest = changes.length - shownChanges;
  return (
    <Row
      href={href}
      title={words.what}
      detail={
        <>
          {changes.slice(0, shownChanges).map(({ label, from, to }) => (
            <span key={label} className="line-clamp-2 block">
              {from === undefined
                ? t('isNow', { label, to: to ?? '' })
                : t('wasNow', { label, from, to: to ?? '' })}
            </span>
          ))}
          {rest > 0 && <span className="block text-sm">{t('more', { count: rest })}</span>}
          {entry.undoneBy !== null && <span className="block font-semibold text-sm">{t('wasUndone')}</span>}
          {entry.undoes !== null && <span className="block font-semibold text-sm">{t('isUndo')}</span>}
          <span className="mt-1 block text-sm sm:hidden">
            {words.who} · {words.when}
          </span>
        </>
      }
      end={
        <span className="hidden max-w-48 text-sm sm:block">
          <span className="wrap-anywhere block font-semibold">{words.who}</span>
          <span className="block text-ink-soft tabular-nums">{words.when}</span>
        </span>
      }
    />
  );
}
