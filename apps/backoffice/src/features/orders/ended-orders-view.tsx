import { formatOrderNumber } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { EmptyList } from '@/shell/list/empty-list';
import { Pager } from '@/shell/list/pager';
import { Row, RowList } from '@/shell/list/row-list';
import { formatOrderRoom } from './format-order-room';
import type { EndedOrder } from './queries';

type EndedOrdersViewProps = {
  place: Place;
  orders: readonly EndedOrder[];
  next: string | null;
  isLater: boolean;
};

/** All orders of a place that were delivered, declined or cancelled, also those that the board shows no more. */
export async function EndedOrdersView({ place, orders, next, isLater }: EndedOrdersViewProps) {
  const [t, format] = await Promise.all([getTranslations('Orders'), getFormatter()]);
  const base = `/p/${place.slug}/orders`;
  const formatTime = (time: string) =>
    format.dateTime(new Date(time), 'moment', { timeZone: place.timezone });
  return (
    <div className="space-y-6">
      <title>{t('endedHeading')}</title>
      <BackLink href={base} label={t('heading')} />
      <PageHeader title={t('endedHeading')} description={t('endedIntro')} />
      {orders.length === 0 && !isLater ? (
        <EmptyList icon="cart" title={t('noneEndedTitle')} text={t('noneEnded')} />
      ) : (
        <RowList>
          {orders.map((order) => (
            <Row
              key={order.id}
              href={`${base}/${order.id}`}
              title={t('endedTitle', {
                number: formatOrderNumber(order.number),
                room: formatOrderRoom(order, t),
              })}
              detail={[
                order.guestName ?? t('noName'),
                order.items.map(({ quantity, name }) => `${quantity} × ${name}`).join(', '),
              ].join(' · ')}
              end={
                <>
                  <span className="block font-semibold">{t(`status_${order.status}`)}</span>
                  <span className="block text-ink-soft text-sm">{formatTime(order.endedAt)}</span>
                </>
              }
            />
          ))}
        </RowList>
      )}
      <Pager next={next} isLater={isLater} query={{}} />
    </div>
  );
}
