'use client';

import { Button, type ButtonVariant } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { FormProblem } from '@/shell/form/form-problem';
import { TapButton } from '@/shell/form/tap-button';
import { useOneTap } from '@/shell/form/use-one-tap';
import type { RoomState, StateOfRoom } from './room-state';
import { setBedDirtyAction, setRoomStateAction } from './state-actions';

type RoomStateStepsProps = {
  place: string;
  room: StateOfRoom;
  /** The states that are offered, the most likely first. */
  steps: readonly RoomState[];
};

/** One tap says what the room is now. The message after it offers to undo it. */
export function RoomStateSteps({ place, room, steps }: RoomStateStepsProps) {
  const t = useTranslations('RoomState');
  const { state, isPending, form } = useOneTap(setRoomStateAction);
  return (
    <form {...form} className="flex flex-wrap gap-2">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="id" value={room.stateId} />
      <input type="hidden" name="seen" value={room.state} />
      {steps.map((step, index) => (
        <Button
          key={step}
          type="submit"
          name="state"
          value={step}
          variant={variantOf(room.state, index)}
          aria-disabled={isPending}
          aria-label={t('stepName', { step: t(`step_${step}`), room: room.number })}
          className="cursor-pointer"
        >
          {step === 'clean' && <Icon name="check" className="size-5 shrink-0" />}
          {t(`step_${step}`)}
        </Button>
      ))}
      <FormProblem state={state} />
    </form>
  );
}

/** What ends the work stands out. */
function variantOf(now: RoomState, index: number): ButtonVariant {
  return index === 0 && (now === 'dirty' || now === 'cleaning') ? 'primary' : 'secondary';
}

type BedStepProps = { place: string; room: StateOfRoom; bed: string; isDirty: boolean };

/** One bed of a dorm: made by one tap, or to be made. */
export function BedStep({ place, room, bed, isDirty }: BedStepProps) {
  const t = useTranslations('RoomState');
  return (
    <TapButton
      action={setBedDirtyAction}
      hidden={{ place, id: room.stateId, bed, dirty: isDirty ? 'no' : 'yes' }}
    >
      {isDirty && <Icon name="check" className="size-5 shrink-0" />}
      {t(isDirty ? 'bedMade' : 'bedDirty', { bed })}
      <span className="sr-only">{t('ofRoom', { room: room.number })}</span>
    </TapButton>
  );
}
