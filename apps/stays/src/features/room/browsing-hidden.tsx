import type { VerificationMethod } from '@gudbro/domain';
import { DoorSign } from '@gudbro/ui/door-sign';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { EntryAttempt } from '../stay/entry-attempt';
import { RoomEntryForm } from './room-entry-form';

type BrowsingHiddenProps = {
  propertyName: string | undefined;
  method: VerificationMethod;
  roomCode: string;
  attempt: EntryAttempt | null;
};

/** A stranger with a photo of the sign learns the name of the house and nothing else. Its guest gets in here. */
export async function BrowsingHidden({ propertyName, method, roomCode, attempt }: BrowsingHiddenProps) {
  const t = await getTranslations('Refusal');
  const asks: Record<VerificationMethod, string> = {
    last_name: t('asksLastName'),
    pin: t('asksPin'),
    room_number: t('asksRoomNumber'),
    none: t('asksNothing'),
  };
  return (
    <DoorSign icon="lock" overline={propertyName} title={t('hiddenTitle')}>
      <p className="text-center">
        <span className="block">{t('hiddenText')}</span>
        <span className="block">{asks[method]}</span>
      </p>
      {method !== 'none' && <RoomEntryForm roomCode={roomCode} method={method} attempt={attempt} />}
      <Notice icon="chat">{t('hiddenHelp')}</Notice>
    </DoorSign>
  );
}
