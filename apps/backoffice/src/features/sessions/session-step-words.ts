import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import type { StayStep } from '@/shell/stay/stay-schemas';
import { createEndWords } from './format-end';

/** Says what a step did with an access code. Of an undo it says what the code is again. */
export async function createSessionStepWords(place: Place) {
  const [t, history, formatEnd] = await Promise.all([
    getTranslations('Sessions'),
    getTranslations('StayHistory'),
    createEndWords(place),
  ]);

  function describeChange({ from, to }: StayStep): string {
    const [before, after] = [from?.['expires_at'], to?.['expires_at']];
    return [
      to?.['active'] === false && t('step_ended'),
      to?.['active'] === true && t('step_again'),
      typeof before === 'string' &&
        typeof after === 'string' &&
        t('step_end', { from: formatEnd(before), to: formatEnd(after) }),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  return function describe(step: StayStep): string {
    switch (step.action) {
      case 'added':
        return t('step_added');
      case 'changed':
        return step.isUndo ? history('wasUndone', { what: describeChange(step) }) : describeChange(step);
      case 'guest_details_changed':
        return t('step_name');
      default:
        return step.action.replaceAll('_', ' ');
    }
  };
}
