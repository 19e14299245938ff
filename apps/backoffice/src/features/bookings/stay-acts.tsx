import { formatMoney, formatOrderNumber } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { Row, RowList } from '@/shell/list/row-list';
import type { Booking } from './queries';

/** What the guest ordered, each order one tap away. Nothing where there is none. */
export async function OrdersCard({ place, orders }: { place: Place; orders: Booking['orders'] }) {
  const [t, words, formatTime, locale] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Orders'),
    createTimeWords(place),
    getLocale(),
  ]);
  return (
    orders.count > 0 && (
      <Card title={t('ordersHeading', { count: orders.count })} icon="cart">
        <RowList>
          {orders.latest.map(({ id, number, status, createdAt, price }) => (
            <Row
              key={id}
              href={`/p/${place.slug}/orders/${id}`}
              title={formatOrderNumber(number)}
              detail={[
                formatTime(createdAt),
                ...(price === undefined ? [] : [formatMoney(price.totalMinor, price.currency, locale)]),
              ].join(' · ')}
              end={words(`status_${status}`)}
            />
          ))}
        </RowList>
        <LatestOnly {...orders} />
      </Card>
    )
  );
}

/** What the guest reported. Nothing where there is nothing. */
export async function ReportsCard({ place, reports }: { place: Place; reports: Booking['reports'] }) {
  const [t, words, formatTime] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Reports'),
    createTimeWords(place),
  ]);
  return (
    reports.count > 0 && (
      <Card title={t('reportsHeading', { count: reports.count })} icon="wrench">
        <RowList>
          {reports.latest.map(({ id, title, status, createdAt }) => (
            <Row
              key={id}
              href={`/p/${place.slug}/reports/${id}`}
              title={title}
              detail={formatTime(createdAt)}
              end={words(`status_${status}`)}
            />
          ))}
        </RowList>
        <LatestOnly {...reports} />
      </Card>
    )
  );
}

/** That there are older ones. */
async function LatestOnly({ count, latest }: { count: number; latest: readonly unknown[] }) {
  const t = await getTranslations('Booking');
  return (
    count > latest.length && <p className="mt-3 text-ink-soft">{t('latestOnly', { count: latest.length })}</p>
  );
}

async function createTimeWords(place: Place) {
  const format = await getFormatter();
  return (at: string) => format.dateTime(new Date(at), 'moment', { timeZone: place.timezone });
}
