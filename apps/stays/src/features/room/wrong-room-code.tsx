import type { CodeRefusal } from '@gudbro/access-codes';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '../code-entry/code-form';
import { KnownDeskLinks } from '../property/known-desk-links';

type WrongRoomCodeProps = {
  roomCode: string;
  /** Null if the code is well-formed but no room has it. */
  refusal: CodeRefusal | null;
};

export async function WrongRoomCode({ roomCode, refusal }: WrongRoomCodeProps) {
  const t = await getTranslations('Refusal');
  return (
    <DoorSign icon="key" title={refusal ? t('malformedTitle') : t('notFoundTitle')}>
      {!refusal && <p className="text-center">{t('notFoundText')}</p>}
      <CodeForm value={roomCode} refusal={refusal ?? undefined} expects="room" />
      <KnownDeskLinks />
    </DoorSign>
  );
}
