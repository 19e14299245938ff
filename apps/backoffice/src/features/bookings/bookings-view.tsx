import { ButtonLink } from '@gudbro/ui/button-link';
import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { countNights } from '@/shell/days/days';
import { createStayWords } from '@/shell/days/format-stay';
import { EmptyList } from '@/shell/list/empty-list';
import { LinkButton } from '@/shell/list/link-button';
import { ListSearch } from '@/shell/list/list-search';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { DayForm } from './day-form';
import { formatBed } from './format-bed';
import type { ListedBooking } from './queries';
import { StatusTag } from './status-tag';
import { ViewLinks } from './view-links';
import { canBeginAtDay, type View } from './views';

type BookingsViewProps = {
  place: Place;
  bookings: readonly ListedBooking[];
  view: View;
  search: string;
  /** The day at which the list begins, if one was chosen. */
  day: string | null;
  next: string | null;
  isLater: boolean;
};

/** The bookings of a place: what is to come, who is there, who left, or what matches a search. */
export async function BookingsView(props: BookingsViewProps) {
  const { place, bookings, view, search, day, next, isLater } = props;
  const [t, { formatStay }] = await Promise.all([getTranslations('Bookings'), createStayWords()]);
  const base = `/p/${place.slug}/bookings`;
  const list = { ...(view === 'newest' ? {} : { view }), ...(day === null ? {} : { day }) };
  const isEmpty = bookings.length === 0 && search === '' && view === 'newest' && !isLater;
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
          {search === '' && canBeginAtDay(view) && (bookings.length > 0 || day !== null) && (
            <DayForm view={view} day={day} />
          )}
          {bookings.length === 0 && (
            <p className="text-ink-soft">
              {search !== ''
                ? t('nothingFound', { text: search })
                : t(day === null ? `none_${view}` : 'noneThen')}
            </p>
          )}
          {bookings.length > 0 && (
            <RowList>
              {bookings.map((booking) => (
                <Row
                  key={booking.id}
                  href={`${base}/${booking.id}`}
                  title={booking.guestName}
                  detail={[
                    formatBed(place, booking, t('noRoom')),
                    formatStay(booking.checkIn, booking.checkOut),
                    t('nights', { count: countNights(booking.checkIn, booking.checkOut) }),
                    ...(booking.inGroup ? [t('inGroup')] : []),
                  ].join(' · ')}
                  end={<StatusTag status={booking.status} />}
                />
              ))}
            </RowList>
          )}
          {search !== '' && next !== null && <p className="text-ink-soft">{t('moreFound')}</p>}
          {search === '' && <Pager next={next} isLater={isLater} query={list} />}
          {bookings.length > 0 && (
            <ButtonLink
              variant="secondary"
              href={`${base}/csv?${new URLSearchParams(search === '' ? list : { q: search })}`}
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
