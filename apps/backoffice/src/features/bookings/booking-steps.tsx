import { Card } from '@gudbro/ui/card';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { createStayWords } from '@/shell/days/format-stay';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { ShownMails } from '@/shell/mails/shown-mails';
import { ClientTexts } from '@/shell/place/client-texts';
import { takeStepAction } from './actions';
import { AnswerNotice } from './answer-notice';
import { CancelFields } from './cancel-fields';
import { CheckInStep } from './check-in-step';
import { isToldByMail } from './is-told-by-mail';
import { isOverdue } from './overdue';
import type { Booking } from './queries';
import { StatusTag } from './status-tag';
import { StepButton } from './step-button';

type BookingStepsProps = { place: Place; booking: Booking; now: Date };

/** What the booking is now, and the steps that it can take. Those that shut a guest out ask first. */
export async function BookingSteps({ place: { slug: place, timezone }, booking, now }: BookingStepsProps) {
  const [t, mails, row, why, { formatDay, formatHour }] = await Promise.all([
    getTranslations('Booking'),
    getTranslations('Mails'),
    getTranslations('GuestsOfToday'),
    getTranslations('CancelReason'),
    createStayWords(),
  ]);
  const { id, status, checkIn, checkOut, today, leavesAt, guestName } = booking;
  const hidden = (step: 'cancel' | 'no_show' | 'check_in') => ({ place, id, step });
  const isOver = checkOut < today;
  const mayOpenEarly = booking.obstacle !== 'out_of_order' && booking.obstacle !== 'no_room';
  const isWaiting = status === 'confirmed' && booking.arrivedAt !== null;
  const whatCancellingTells = (
    <>
      <p>{t('shutsOut', { code: booking.code })}</p>
      <p className="mt-3">
        {isToldByMail(booking)
          ? mails('cancelTells', { email: booking.email ?? '' })
          : mails('cancelTellsNobody')}
      </p>
    </>
  );
  return (
    <Card title={t('stateHeading')} icon="calendar">
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <StatusTag status={status} />
        <span className="min-w-0 text-ink-soft">
          {t(isWaiting ? 'state_arrived' : booking.isForgotten ? 'state_forgotten' : `state_${status}`)}
        </span>
      </p>
      {booking.cancelReason !== null && (
        <p className="wrap-anywhere mb-4">
          {[why(`reason_${booking.cancelReason}`), booking.cancelNote].filter(Boolean).join(' · ')}
        </p>
      )}
      {status === 'pending' && booking.source === 'direct' && (
        <div className="mb-4 space-y-3">
          <AnswerNotice booking={booking} />
          {booking.email !== null && <ShownMails />}
        </div>
      )}
      {status === 'confirmed' && booking.obstacle !== null && (
        <div className="mb-4">
          <Notice tone="danger">{row(`room_${booking.obstacle}`)}</Notice>
        </div>
      )}
      {status === 'checked_in' && isOverdue(leavesAt, now) && (
        <div className="mb-4">
          <Notice tone="danger">
            {isOver
              ? t('shouldHaveLeft', { day: formatDay(checkOut) })
              : t('shouldHaveLeftAt', { time: formatHour(leavesAt, timezone) })}
          </Notice>
        </div>
      )}
      <ClientTexts>
        <div className="flex flex-wrap gap-3 empty:hidden">
          {status === 'pending' && <StepButton place={place} id={id} step="confirm" label={t('confirm')} />}
          {status === 'confirmed' && checkIn <= today && !isOver && (
            <CheckInStep
              place={place}
              booking={booking}
              obstacle={booking.obstacle}
              hasArrived={booking.arrivedAt !== null}
            />
          )}
          {status === 'confirmed' && checkIn > today && mayOpenEarly && (
            <ConfirmDialog
              trigger={t('checkInEarly')}
              title={t('checkInEarlyTitle', { name: guestName, day: formatDay(checkIn) })}
              confirmLabel={t('checkIn')}
              action={takeStepAction}
              hidden={{ ...hidden('check_in'), ...(booking.obstacle !== null && { despiteRoom: 'on' }) }}
            >
              {t(booking.obstacle === null ? 'checkInEarlyText' : 'checkInEarlyDirty')}
            </ConfirmDialog>
          )}
          {status === 'checked_in' && (
            <StepButton place={place} id={id} step="check_out" label={t('checkOut')} />
          )}
          <ConfirmDialog
            isOffered={status === 'confirmed' && checkIn <= today && !isWaiting}
            trigger={t('noShow')}
            title={t('noShowTitle', { name: guestName })}
            confirmLabel={t('noShow')}
            action={takeStepAction}
            hidden={hidden('no_show')}
          >
            <p>{t('shutsOut', { code: booking.code })}</p>
            <CancelFields likely="no_answer" />
          </ConfirmDialog>
          <ConfirmDialog
            isOffered={status === 'pending'}
            trigger={t('refuse')}
            title={t('refuseTitle', { name: guestName })}
            confirmLabel={t('refuse')}
            action={takeStepAction}
            hidden={{ ...hidden('cancel'), seen: 'pending' }}
          >
            {whatCancellingTells}
            <CancelFields likely="no_room" />
          </ConfirmDialog>
          <ConfirmDialog
            isOffered={status === 'confirmed'}
            trigger={t('cancelBooking')}
            title={t('cancelTitle', { name: guestName })}
            confirmLabel={t('cancelBooking')}
            action={takeStepAction}
            hidden={{ ...hidden('cancel'), seen: 'confirmed' }}
          >
            {whatCancellingTells}
            <CancelFields likely="guest_asked" />
          </ConfirmDialog>
          {booking.isForgotten && (
            <ConfirmDialog
              trigger={t('takeBackEntry')}
              title={t('takeBackTitle', { name: guestName })}
              confirmLabel={t('takeBackEntry')}
              action={takeStepAction}
              hidden={{ ...hidden('cancel'), seen: 'checked_out' }}
            >
              <p>{t('takeBackText')}</p>
              <CancelFields likely="booked_twice" />
            </ConfirmDialog>
          )}
        </div>
      </ClientTexts>
    </Card>
  );
}
