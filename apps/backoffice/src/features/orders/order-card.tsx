import { formatOrderNumber } from '@gudbro/domain';
import Link from 'next/link';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { findColumn, findNextStep } from './board';
import { formatOrderRoom } from './format-order-room';
import { OrderAge } from './order-age';
import { OrderItems } from './order-items';
import { OrderNotes } from './order-notes';
import type { BoardOrder } from './queries';
import { RejectForm } from './reject-form';
import { StepForm } from './step-form';
import { UndoStep } from './undo-step';

type OrderCardProps = { place: Place; order: BoardOrder; category: string | null; now: Date };

/** An order on the board: where it goes, how long it has waited, what is in it, and one big button for the step to take. */
export async function OrderCard({ place, order, category, now }: OrderCardProps) {
  const [t, format] = await Promise.all([getTranslations('Orders'), getFormatter()]);
  // Nobody works on a cancelled order, though it still stands among the new ones.
  const hasEnded = findColumn(order) === 'ended' || order.status === 'cancelled';
  const time = format.dateTime(new Date(hasEnded ? order.changedAt : order.createdAt), 'time', {
    timeZone: place.timezone,
  });
  return (
    <article
      id={`order-${order.id}`}
      tabIndex={-1}
      aria-labelledby={`room-${order.id}`}
      className="flex flex-col gap-3 rounded-2xl bg-surface p-4 shadow-lift outline-offset-2"
    >
      <header className="space-y-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h3 id={`room-${order.id}`} className="wrap-anywhere min-w-0 font-display text-2xl leading-tight">
            <Link
              href={`/p/${place.slug}/orders/${order.id}`}
              prefetch={false}
              className="-my-2 inline-block py-2 hover:underline"
            >
              {formatOrderRoom(order, t)}
            </Link>
          </h3>
          {hasEnded ? (
            <span className="font-semibold text-ink-soft text-sm">{t(`status_${order.status}`)}</span>
          ) : (
            <OrderAge order={order} />
          )}
        </div>
        <p className="wrap-anywhere text-ink-soft text-sm leading-snug">
          {[formatOrderNumber(order.number), order.guestName ?? t('noName'), time].join(' · ')}
        </p>
      </header>
      <OrderItems order={order} category={category} />
      <OrderNotes order={order} timeZone={place.timezone} now={now} />
      <OrderActs order={order} />
    </article>
  );
}

/** What can be done with an order now. Nothing where it has ended and nobody can take that back plainly. */
export async function OrderActs({ order }: { order: BoardOrder }) {
  const { id, status, ownStep, roomNumber } = order;
  const next = findNextStep(status);
  const isUnseen = status === 'cancelled' && order.cancellationSeenAt === null;
  return (
    <div className="space-y-1 empty:hidden">
      {next && <StepForm id={id} step={next} room={roomNumber} />}
      {isUnseen && <StepForm id={id} step="acknowledged" room={roomNumber} />}
      {next && <RejectForm id={id} room={roomNumber} />}
      {ownStep !== null && <UndoStep change={ownStep} room={roomNumber} />}
    </div>
  );
}
