import type { VerificationMethod } from '@gudbro/domain';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { EntryAttempt } from '../stay/entry-attempt';
import { RoomEntryForm } from './room-entry-form';

type VerificationRequiredProps = {
  propertyName: string | undefined;
  method: VerificationMethod;
  roomCode: string;
  attempt: EntryAttempt | null;
};

/** Shown where a property hides its rooms from browsing: only its name, and the form that verifies the guest. */
export async function VerificationRequired({
  propertyName,
  method,
  roomCode,
  attempt,
}: VerificationRequiredProps) {
  const t = await getTranslations('Refusal');
  return (
    <DoorSign icon="lock" overline={propertyName} title={t('hiddenTitle')}>
      <p className="text-center">{t('hiddenText')}</p>
      {method !== 'none' && <RoomEntryForm roomCode={roomCode} method={method} attempt={attempt} />}
      <Notice icon="chat">{t('hiddenHelp')}</Notice>
    </DoorSign>
  );
}
