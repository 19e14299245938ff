import { Card } from '@gudbro/ui/card';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import { createStayWords } from './format-stay';
import { type Booking, type BookingStep, statusSchema } from './queries';
import { UndoStep } from './undo-step';

/** Who did what with the booking, newest first. A step of one's own can be undone here for ten minutes. */
export async function BookingHistory({ place, booking }: { place: Place; booking: Booking }) {
  const [t, format, describe] = await Promise.all([
    getTranslations('Booking'),
    getFormatter(),
    createStepWords(),
  ]);
  return (
    <Card title={t('historyHeading')} icon="history">
      <ClientTexts namespaces={['Booking']}>
        <ol className="divide-y divide-line">
          {booking.history.map((step) => (
            <li key={step.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
              <div className="wrap-anywhere min-w-0">
                <p className={step.isUndone ? 'text-ink-soft line-through' : 'font-semibold'}>
                  {describe(step)}
                </p>
                <p className="text-ink-soft text-sm">
                  {t('byWhom', {
                    who: step.person ?? t(`actor_${step.actor}`),
                    when: format.dateTime(new Date(step.at), {
                      dateStyle: 'medium',
                      timeStyle: 'short',
                      timeZone: place.timezone,
                    }),
                  })}
                </p>
              </div>
              {step.canUndo && <UndoStep place={place.slug} changeId={step.id} step={describe(step)} />}
            </li>
          ))}
        </ol>
      </ClientTexts>
      {hasRole(place.role, 'manager') && (
        <div className="mt-3">
          <LinkButton href={`/p/${place.slug}/history?row=${booking.id}`} variant="quiet">
            {t('wholeHistory')}
          </LinkButton>
        </div>
      )}
    </Card>
  );
}

/** Says what a step did. Of an undo it says what the booking is again. */
async function createStepWords() {
  const [t, { formatDay }] = await Promise.all([getTranslations('Booking'), createStayWords()]);

  function describeDays({ from, to }: BookingStep): string[] {
    return (['check_in_date', 'check_out_date'] as const).flatMap((field) => {
      const [before, after] = [from?.[field], to?.[field]];
      return typeof before === 'string' && typeof after === 'string'
        ? [t(`changed_${field}`, { from: formatDay(before), to: formatDay(after) })]
        : [];
    });
  }

  function describeRoom({ to }: BookingStep): string[] {
    if (to?.['room_id'] === undefined && to?.['bed'] === undefined) {
      return [];
    }
    return [t(to['room_id'] === null ? 'onShelf' : 'changedRoom')];
  }

  function describeHours({ to }: BookingStep): string[] {
    return (['early_from', 'late_until'] as const).flatMap((field) => {
      const hour = to?.[field];
      return hour === undefined
        ? []
        : [t(`changed_${field}`, { to: typeof hour === 'string' ? hour.slice(0, 5) : t('usualTime') })];
    });
  }

  function describeChange(step: BookingStep): string {
    const status = statusSchema.safeParse(step.to?.['status']);
    const parts = [
      ...(status.success ? [t(`step_${status.data}`)] : []),
      ...(step.to?.['arrived_at'] === undefined ? [] : [t(step.isUndo ? 'step_not_here' : 'step_arrived')]),
      ...describeDays(step),
      ...describeRoom(step),
      ...describeHours(step),
      ...(step.to?.['guest_count'] === undefined
        ? []
        : [t('changedCount', { count: Number(step.to['guest_count']) })]),
    ];
    return parts.join(' · ');
  }

  return function describe(step: BookingStep): string {
    switch (step.action) {
      case 'added':
        return step.actor === 'guest' ? t('requested') : t('booked');
      case 'changed':
        return step.isUndo ? t('wasUndone', { what: describeChange(step) }) : describeChange(step);
      case 'checked_in_despite_room':
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
