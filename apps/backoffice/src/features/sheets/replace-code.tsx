'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { replaceCodeAction } from './actions';

type ReplaceCodeProps = {
  place: string;
  room: { id: string; number: string; code: string };
  /** The paper that dies with the code. */
  killed: readonly { date: string; place: string }[];
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
      {killed.length === 0 ? (
        <p className="mt-3">{t('killsNone')}</p>
      ) : (
        <>
          <p className="mt-3 font-semibold">{t('kills')}</p>
          <ul className="list-disc pl-5">
            {killed.map((sign) => (
              <li key={`${sign.date} ${sign.place}`}>{t('killed', sign)}</li>
            ))}
          </ul>
        </>
      )}
    </ConfirmDialog>
  );
}
