import type { ErrorBody } from '@gudbro/api-kit';
import { deriveCheckWord, type VerificationMethod } from '@gudbro/domain';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { readRoomCode } from '@/codes/room-code';
import { deskContactsOf } from '@/server/desk-contacts';
import type { EntryAttempt } from '@/server/session/entry-attempt';
import { RefreshOnceVerified } from '@/shell/entry/refresh-once-verified';
import { RoomEntryForm } from '@/shell/entry/room-entry-form';
import { Desk } from '@/shell/property/desk';

type VerificationRequiredProps = {
  property: ErrorBody<'verification_required'>['property'];
  method: VerificationMethod;
  roomCode: string;
  attempt: EntryAttempt | null;
};

/** Shown where a property hides its rooms from browsing: its name, the desk's numbers and the form that verifies the guest. */
export async function VerificationRequired({
  property,
  method,
  roomCode,
  attempt,
}: VerificationRequiredProps) {
  const t = await getTranslations('Refusal');
  const room = await getTranslations('Room');
  const code = readRoomCode(roomCode);
  return (
    <DoorSign icon="lock" overline={property?.name} title={t('hiddenTitle')}>
      <p className="text-center">{t('hiddenText')}</p>
      {code.ok && (
        <p className="text-center text-ink-soft text-sm">
          {room('checkWord', { word: deriveCheckWord(code.code) })}
        </p>
      )}
      {method !== 'none' && <RoomEntryForm roomCode={roomCode} method={method} attempt={attempt} />}
      <Notice icon="chat">{t('hiddenHelp')}</Notice>
      {property && <Desk contacts={deskContactsOf(property)} />}
      <RefreshOnceVerified />
    </DoorSign>
  );
}
