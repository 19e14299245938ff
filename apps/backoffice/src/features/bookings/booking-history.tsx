import { getTranslations } from 'next-intl/server';
import { z } from 'zod';
import type { Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { HistoryCard } from '@/shell/stay/history-card';
import type { StayStep } from '@/shell/stay/stay-schemas';
import { cancelReasons } from './cancel-reasons';
import { type Booking, statusSchema } from './queries';

/** Who did what with the booking, newest first. */
export async function BookingHistory({ place, booking }: { place: Place; booking: Booking }) {
  return (
    <HistoryCard
      place={place}
      rowId={booking.id}
      steps={booking.history}
      describe={await createStepWords()}
    />
  );
}

/** Says what a step did. Of an undo it says what the booking is again. */
async function createStepWords() {
  const [t, why, history, { formatDay }] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('CancelReason'),
    getTranslations('StayHistory'),
    createStayWords(),
  ]);

  function describeDays({ from, to }: StayStep): string[] {
    return (['check_in_date', 'check_out_date'] as const).flatMap((field) => {
      const [before, after] = [from?.[field], to?.[field]];
      return typeof before === 'string' && typeof after === 'string'
        ? [t(`changed_${field}`, { from: formatDay(before), to: formatDay(after) })]
        : [];
    });
  }

  function describeRoom({ to }: StayStep): string[] {
    if (to?.['room_id'] === undefined && to?.['bed'] === undefined) {
      return [];
    }
    return [t(to['room_id'] === null ? 'onShelf' : 'changedRoom')];
  }

  function describeHours({ to }: StayStep): string[] {
    return (['early_from', 'late_until'] as const).flatMap((field) => {
      const hour = to?.[field];
      return hour === undefined
        ? []
        : [t(`changed_${field}`, { to: typeof hour === 'string' ? hour.slice(0, 5) : t('usualTime') })];
    });
  }

  function describeChange(step: StayStep): string {
    const status = statusSchema.safeParse(step.to?.['status']);
    const cancelReason = z.enum(cancelReasons).safeParse(step.to?.['cancel_reason']);
    const parts = [
      ...(status.success ? [t(`step_${status.data}`)] : []),
      ...(step.to?.['arrived_at'] === undefined ? [] : [t(step.isUndo ? 'step_not_here' : 'step_arrived')]),
      ...(cancelReason.success ? [why(`reason_${cancelReason.data}`)] : []),
      ...describeDays(step),
      ...describeRoom(step),
      ...describeHours(step),
      ...(step.to?.['guest_count'] === undefined
        ? []
        : [t('changedCount', { count: Number(step.to['guest_count']) })]),
    ];
    return parts.join(' · ');
  }

  return function describe(step: StayStep): string {
    switch (step.action) {
      case 'added':
        return step.actor === 'guest' ? t('requested') : t('booked');
      case 'changed':
        return step.isUndo ? history('wasUndone', { what: describeChange(step) }) : describeChange(step);
      case 'checked_in_despite_room':
      case 'moved_despite_room':
      case 'booking_pin_set':
      case 'booking_pin_cleared':
      case 'booking_lock_lifted':
      case 'booking_code_mailed':
      case 'guest_details_changed':
      case 'guest_not_told':
      case 'guest_told':
        return t(`action_${step.action}`);
      default:
        return step.action.replaceAll('_', ' ');
    }
  };
}
