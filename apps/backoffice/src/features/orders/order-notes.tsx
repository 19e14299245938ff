import { Icon } from '@gudbro/ui/icon';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { BoardOrder } from './queries';

type OrderNotesProps = { order: BoardOrder; timeZone: string; now: Date };

/** What is easily overlooked and matters most: for when it is wanted, what the guest wrote, and what the desk told the guest. */
export async function OrderNotes({ order, timeZone, now }: OrderNotesProps) {
  const [t, format] = await Promise.all([getTranslations('Orders'), getFormatter()]);
  const { wantedAt, notes, rejectReason, status } = order;
  const dayOf = (date: Date) => format.dateTime(date, { dateStyle: 'short', timeZone });
  const wanted = wantedAt === null ? null : new Date(wantedAt);
  return (
    <>
      {wanted && (
        <p className="flex items-center gap-2 font-semibold">
          <Icon name="clock" className="size-5 shrink-0" />
          {t('wantedFor', {
            time: format.dateTime(wanted, dayOf(wanted) === dayOf(now) ? 'time' : 'dayAndTime', { timeZone }),
          })}
        </p>
      )}
      {notes !== '' && (
        <p className="wrap-anywhere whitespace-pre-line rounded-xl bg-sunken px-3 py-2 leading-snug">
          <span className="sr-only">{t('note')} </span>
          {notes}
        </p>
      )}
      {status === 'cancelled' && <p className="font-semibold text-danger">{t('cancelledByGuest')}</p>}
      {rejectReason !== null && (
        <p className="wrap-anywhere text-ink-soft leading-snug">
          {t('rejectedBecause', { reason: rejectReason })}
        </p>
      )}
    </>
  );
}
