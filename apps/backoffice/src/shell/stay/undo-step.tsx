'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { TapButton } from '../form/tap-button';
import { undoChangeAction } from '../toast/undo-change-action';

/** Undoes a step of one's own in the history of a stay, after its message is gone. */
export function UndoStep({ place, changeId, step }: { place: string; changeId: string; step: string }) {
  const t = useTranslations('StayHistory');
  return (
    <TapButton action={undoChangeAction} hidden={{ place, changeId }} name={t('undoName', { step })}>
      <Icon name="undo" className="size-5 shrink-0" />
      {t('undo')}
    </TapButton>
  );
}
