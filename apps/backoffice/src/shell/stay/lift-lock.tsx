'use client';

import { useTranslations } from 'next-intl';
import { TapButton } from '../form/tap-button';
import { liftLockAction } from './actions';

type LiftLockProps = { place: string; code: 'room' | 'booking'; id: string; name: string };

/** Lets in whoever is locked out of a code: all of its counts begin anew. */
export function LiftLock({ place, code, id, name }: LiftLockProps) {
  const t = useTranslations('Locks');
  return (
    <TapButton action={liftLockAction} hidden={{ place, code, id }} name={name}>
      {t('lift')}
    </TapButton>
  );
}
