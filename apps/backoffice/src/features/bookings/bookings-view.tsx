import { ButtonLink } from '@gudbro/ui/button-link';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { RoomTypeName } from '@/server/list-room-type-names';
import type { Place } from '@/server/place';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { BookingsTable } from './bookings-table';
import type { Column } from './columns';
import { ColumnsForm } from './columns-form';
import { countChosen, formatListFilter, type ListFilter } from './list-filter';
import { ListFilterForm } from './list-filter-form';
import type { ListedBooking } from './queries';
import { ViewLinks } from './view-links';

type BookingsViewProps = {
  place: Place;
  bookings: readonly ListedBooking[];
  filter: ListFilter;
  roomTypes: readonly RoomTypeName[];
  columns: readonly Column[];
  next: string | null;
  isLater: boolean;
};

/** The bookings of a place: what is to come, who is there, who left, or what matches a search. */
export async function BookingsView(props: BookingsViewProps) {
  const { place, bookings, filter, roomTypes, columns, next, isLater } = props;
  const { view, search } = filter;
  const t = await getTranslations('Bookings');
  const base = `/p/${place.slug}/bookings`;
  const isEmpty =
    bookings.length === 0 && search === '' && view === 'newest' && countChosen(filter) === 0 && !isLater;
  return (
    <div className="space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader
        title={t('heading')}
        actions={
          <>
            <LinkButton href={`${base}/new`} variant="secondary">
              {t('new')}
            </LinkButton>
            <LinkButton href={`${base}/walk-in`}>{t('walkIn')}</LinkButton>
          </>
        }
      />
      {isEmpty ? (
        <EmptyList icon="calendar" title={t('emptyTitle')} text={t('empty')} />
      ) : (
        <>
          <ListSearch text={search} label={t('search')} />
          <ViewLinks current={search === '' ? view : null} />
          {search === '' && (bookings.length > 0 || countChosen(filter) > 0) && (
            <ListFilterForm
              filter={filter}
              roomTypes={roomTypes}
              sources={bookings.map((booking) => booking.source)}
            />
          )}
          {bookings.length === 0 && (
            <p className="text-ink-soft">
              {search !== ''
                ? t('nothingFound', { text: search })
                : t(countChosen(filter) === 0 ? `none_${view}` : 'noneChosen')}
            </p>
          )}
          {bookings.length > 0 && (
            <div>
              <ColumnsForm chosen={columns} />
              <BookingsTable place={place} bookings={bookings} roomTypes={roomTypes} columns={columns} />
            </div>
          )}
          {search !== '' && next !== null && <p className="text-ink-soft">{t('moreFound')}</p>}
          {search === '' && <Pager next={next} isLater={isLater} query={formatListFilter(filter)} />}
          {bookings.length > 0 && (
            <ButtonLink
              variant="secondary"
              href={`${base}/csv?${new URLSearchParams(formatListFilter(filter))}`}
              download
            >
              {t('csv')}
            </ButtonLink>
          )}
        </>
      )}
    </div>
  );
}
