'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { FormProblem } from '../form/form-problem';
import { useOneTap } from '../form/use-one-tap';
import { liftLockAction } from './actions';

type LiftLockProps = { place: string; code: 'room' | 'booking'; id: string; room: string };

/** Lets in whoever is locked out of a code: all of its counts begin anew. */
export function LiftLock({ place, code, id, room }: LiftLockProps) {
  const t = useTranslations('Locks');
  const { state, isPending, form } = useOneTap(liftLockAction);
  return (
    <form {...form} className="space-y-2">
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="id" value={id} />
      <Button
        type="submit"
        variant="secondary"
        aria-disabled={isPending}
        aria-label={t('liftName', { room })}
        className="cursor-pointer"
      >
        {t('lift')}
      </Button>
      <FormProblem state={state} />
    </form>
  );
}
