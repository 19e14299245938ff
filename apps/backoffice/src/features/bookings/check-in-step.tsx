import { getTranslations } from 'next-intl/server';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { LinkButton } from '@/shell/list/link-button';
import { takeStepAction } from './actions';
import type { Obstacle } from './queries';
import { StepButton } from './step-button';

type CheckInStepProps = {
  place: string;
  booking: { id: string; guestName: string };
  obstacle: Obstacle | null;
  /** The guest is noted as here. */
  hasArrived: boolean;
};

/**
 * The check-in of a guest who is expected by now. Where the room is not clean it asks first; where it is out of order, or where there
 * is none yet, the guest needs one. Until the room is ready the guest can be noted as here.
 */
export async function CheckInStep({
  place,
  booking: { id, guestName },
  obstacle,
  hasArrived,
}: CheckInStepProps) {
  const t = await getTranslations('CheckIn');
  const isDirty = obstacle === 'dirty' || obstacle === 'cleaning';
  return (
    <div className="flex flex-wrap gap-2">
      {obstacle !== null && !hasArrived && (
        <StepButton
          place={place}
          id={id}
          step="arrive"
          label={t('arrived')}
          name={t('arrivedName', { name: guestName })}
          variant="secondary"
        />
      )}
      {(obstacle === 'out_of_order' || obstacle === 'no_room') && (
        <LinkButton href={`/p/${place}/bookings/${id}/move`}>
          {t(obstacle === 'no_room' ? 'giveRoom' : 'otherRoom')}
        </LinkButton>
      )}
      {isDirty && (
        <ConfirmDialog
          trigger={t('checkIn')}
          title={t(`title_${obstacle}`, { name: guestName })}
          confirmLabel={t('allTheSame')}
          action={takeStepAction}
          hidden={{ place, id, step: 'check_in', despiteRoom: 'on' }}
        >
          {t('dirtyText')}
        </ConfirmDialog>
      )}
      {(obstacle === null || obstacle === 'occupied') && (
        <StepButton
          place={place}
          id={id}
          step="check_in"
          label={t('checkIn')}
          name={t('checkInName', { name: guestName })}
          variant={obstacle === null ? 'primary' : 'secondary'}
        />
      )}
    </div>
  );
}
