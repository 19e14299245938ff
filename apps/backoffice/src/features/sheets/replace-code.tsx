'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { KilledSigns } from '@/shell/paper/killed-signs';
import type { KilledSign } from '@/shell/paper/name-killed-signs';
import { replaceCodeAction } from './actions';

type ReplaceCodeProps = {
  place: string;
  room: { id: string; number: string; code: string };
  /** The paper that dies with the code. */
  killed: readonly KilledSign[];
};

export function ReplaceCode({ place, room, killed }: ReplaceCodeProps) {
  const t = useTranslations('RoomSigns');
  return (
    <ConfirmDialog
      // After a replacement the next one names the new code.
      key={room.code}
      trigger={t('replace')}
      title={t('replaceTitle', { room: room.number })}
      confirmLabel={t('replace')}
      action={replaceCodeAction}
      hidden={{ place, room: room.id, code: room.code }}
    >
      <p>{t('replaceText')}</p>
      <KilledSigns signs={killed} />
    </ConfirmDialog>
  );
}
