import { formatOrderNumber } from '@gudbro/domain';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { formatOrderRoom } from './format-order-room';
import { OrderItems } from './order-items';
import { OrderNotes } from './order-notes';
import { PrintButton } from './print-button';
import type { BoardOrder } from './queries';

type TicketViewProps = { place: Place; order: BoardOrder; now: Date };

/** An order for a printer with paper of 80 mm. */
export async function TicketView({ place, order, now }: TicketViewProps) {
  const [t, format] = await Promise.all([getTranslations('Orders'), getFormatter()]);
  const room = formatOrderRoom(order, t);
  return (
    <div data-bare className="mx-auto max-w-sm space-y-5 print:m-0 print:max-w-none">
      <title>{t('orderOf', { room })}</title>
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <BackLink href={`/p/${place.slug}/orders/${order.id}`} label={t('backToOrder')} />
        <ClientTexts namespaces={['Orders']}>
          <PrintButton />
        </ClientTexts>
      </div>
      <article className="ticket space-y-3 rounded-2xl bg-surface p-5 shadow-lift print:rounded-none print:p-0 print:shadow-none">
        <p className="wrap-anywhere text-sm">{place.name}</p>
        <h1 className="wrap-anywhere font-display text-4xl leading-tight">{room}</h1>
        <p className="font-display text-2xl">{formatOrderNumber(order.number)}</p>
        <p className="wrap-anywhere">
          {order.guestName ?? t('noName')}
          <br />
          {format.dateTime(new Date(order.createdAt), 'moment', { timeZone: place.timezone })}
        </p>
        <hr className="border-ink border-dashed" />
        <OrderItems order={order} hasPrices />
        <OrderNotes order={order} timeZone={place.timezone} now={now} />
      </article>
    </div>
  );
}
