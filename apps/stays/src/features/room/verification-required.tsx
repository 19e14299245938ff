import type { ErrorBody } from '@gudbro/api-kit';
import { deriveCheckWord, type VerificationMethod } from '@gudbro/domain';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { Desk } from '../property/desk';
import { deskContactsOf } from '../property/desk-contacts';
import { RefreshOnceVerified } from '../session/refresh-once-verified';
import type { EntryAttempt } from '../stay/entry-attempt';
import { readRoomCode } from './room-code';
import { RoomEntryForm } from './room-entry-form';

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
