import { formatOrderNumber } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ClientTexts } from '@/shell/place/client-texts';
import { PendingBar } from '@/shell/place/pending-bar';
import { BoardProvider } from './board-context';
import { formatOrderRoom } from './format-order-room';
import { OrderAge } from './order-age';
import type { NewOrders } from './queries';
import { StepForm } from './step-form';

type NewOrdersCardProps = { place: Place; found: NewOrders; now: Date };

/** The orders that nobody has taken yet, on a screen that is about the day, each one tap from that. Nothing where there is none. */
export async function NewOrdersCard({ place, found, now }: NewOrdersCardProps) {
  const t = await getTranslations('Orders');
  const { orders, ...limits } = found;
  return (
    orders.length > 0 && (
      <Card title={t('waitingOrders', { count: orders.length })} icon="cart">
        <ClientTexts namespaces={['Orders']}>
          <BoardProvider place={place.slug} limits={limits} renderedAtMs={now.getTime()}>
            <ul className="divide-y divide-line">
              {orders.map((order) => (
                <li
                  key={order.id}
                  className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3"
                >
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
                </li>
              ))}
            </ul>
          </BoardProvider>
        </ClientTexts>
      </Card>
    )
  );
}
