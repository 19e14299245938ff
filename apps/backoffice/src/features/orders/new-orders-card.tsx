import { formatOrderNumber } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { SettlingList } from '@/shell/list/settling-list';
import { ClientTexts } from '@/shell/place/client-texts';
import { PendingBar } from '@/shell/place/pending-bar';
import { BoardProvider } from './board-context';
import { formatOrderRoom } from './format-order-room';
import { OrderAge } from './order-age';
import type { NewOrders } from './queries';
import { StepForm } from './step-form';

/** So many are open to the eye. With more of them the guests of the day would come long after. */
const shownAtOnce = 4;

type NewOrdersCardProps = { place: Place; found: NewOrders; now: Date };

/**
 * The orders that nobody has taken yet, on a screen that is about the day, each one tap from that. Those that wait longest are
 * shown, and many more are in a fold. Nothing where there is none.
 */
export async function NewOrdersCard({ place, found, now }: NewOrdersCardProps) {
  const t = await getTranslations('Orders');
  const { orders, ...limits } = found;
  // A fold with one line would be as long as the line.
  const shown = orders.length <= shownAtOnce + 1 ? orders : orders.slice(0, shownAtOnce);
  const folded = orders.slice(shown.length);
  return (
    orders.length > 0 && (
      <Card title={t('waitingOrders', { count: orders.length })} icon="cart">
        <ClientTexts namespaces={['Orders']}>
          <BoardProvider place={place.slug} limits={limits} renderedAtMs={now.getTime()}>
            <NewOrderList place={place} orders={shown} />
            {folded.length > 0 && (
              <details className="group border-line border-t">
                <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
                  <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
                  {t('moreWaiting', { count: folded.length })}
                </summary>
                <NewOrderList place={place} orders={folded} />
              </details>
            )}
          </BoardProvider>
        </ClientTexts>
      </Card>
    )
  );
}

async function NewOrderList({ place, orders }: Pick<NewOrders, 'orders'> & { place: Place }) {
  const t = await getTranslations('Orders');
  return (
    <SettlingList
      className="divide-y divide-line"
      rowClassName="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
      rows={orders.map((order) => ({
        key: order.id,
        row: (
          <>
            <div className="wrap-anywhere flex min-w-0 grow basis-56 flex-wrap items-center gap-x-3 gap-y-1">
              <Link
                href={`/p/${place.slug}/orders/${order.id}`}
                prefetch={false}
                className="inline-flex min-h-8 items-center font-semibold underline decoration-line underline-offset-4 hover:decoration-ink"
              >
                {t('orderOf', { room: formatOrderRoom(order, t) })}
                <PendingBar />
              </Link>
              <span className="text-ink-soft">{formatOrderNumber(order.number)}</span>
              <OrderAge order={order} />
            </div>
            <StepForm id={order.id} step="confirmed" room={order.roomNumber} />
          </>
        ),
      }))}
    />
  );
}
