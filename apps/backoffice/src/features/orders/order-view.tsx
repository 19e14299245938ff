import { formatOrderNumber } from '@gudbro/domain';
import { getFormatter, getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { findColumn } from './board';
import { BoardProvider } from './board-context';
import { formatOrderRoom } from './format-order-room';
import { OrderAge } from './order-age';
import { OrderActs } from './order-card';
import { OrderItems } from './order-items';
import { OrderNotes } from './order-notes';
import type { BoardOrder } from './queries';
import type { Limits } from './urgency';

type OrderViewProps = { place: Place; order: BoardOrder; limits: Limits; now: Date };

/** One order with its prices, its ticket and its history. */
export async function OrderView({ place, order, limits, now }: OrderViewProps) {
  const [t, format] = await Promise.all([getTranslations('Orders'), getFormatter()]);
  const base = `/p/${place.slug}`;
  const formatTime = (time: string) =>
    format.dateTime(new Date(time), 'moment', { timeZone: place.timezone });
  const room = formatOrderRoom(order, t);
  const hasEnded = findColumn(order) === 'ended' || order.status === 'cancelled';
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('orderOf', { room })}</title>
      <BackLink href={`${base}/orders`} label={t('heading')} />
      <ClientTexts namespaces={['Orders']}>
        <BoardProvider place={place.slug} limits={limits} renderedAtMs={now.getTime()}>
          <article
            id={`order-${order.id}`}
            tabIndex={-1}
            className="mt-4 space-y-4 rounded-2xl bg-surface p-5 shadow-lift outline-offset-2 sm:p-6"
          >
            <header className="flex flex-wrap items-center justify-between gap-3">
              <h1 className="wrap-anywhere min-w-0 font-display text-3xl leading-tight">
                {t('orderOf', { room })}
              </h1>
              {!hasEnded && <OrderAge order={order} />}
            </header>
            <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
              <dt className="text-ink-soft">{t('number')}</dt>
              <dd>{formatOrderNumber(order.number)}</dd>
              <dt className="text-ink-soft">{t('status')}</dt>
              <dd className="font-semibold">{t(`status_${order.status}`)}</dd>
              <dt className="text-ink-soft">{t('guest')}</dt>
              <dd className="wrap-anywhere min-w-0">{order.guestName ?? t('noName')}</dd>
              <dt className="text-ink-soft">{t('ordered')}</dt>
              <dd>{formatTime(order.createdAt)}</dd>
              <dt className="text-ink-soft">{t('changed')}</dt>
              <dd>{formatTime(order.changedAt)}</dd>
            </dl>
            <OrderItems order={order} hasPrices />
            <OrderNotes order={order} timeZone={place.timezone} now={now} />
            <OrderActs order={order} />
          </article>
        </BoardProvider>
      </ClientTexts>
      <div className="flex flex-wrap gap-3">
        <LinkButton variant="secondary" href={`${base}/orders/${order.id}/ticket`}>
          {t('ticket')}
        </LinkButton>
        {hasRole(place.role, 'manager') && (
          <LinkButton variant="quiet" href={`${base}/history?row=${order.id}`}>
            {t('history')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
