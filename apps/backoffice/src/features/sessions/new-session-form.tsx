'use client';

import type { FormAction } from '@gudbro/api-kit';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { SwitchInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { makeSessionAction } from './actions';
import { SessionFields } from './session-fields';

type NewSessionFormProps = {
  place: string;
  mayAddRoom: boolean;
  day: string;
  time: string;
  /** For a browser without scripts. */
  requestKey: string;
};

/** A number that no room has is asked about: managers may add the room, after they have looked at the number again. */
export function NewSessionForm({ place, mayAddRoom, day, time, requestKey }: NewSessionFormProps) {
  const t = useTranslations('Sessions');
  const [isUnknown, setIsUnknown] = useState(false);
  const action: FormAction = async (before, form) => {
    const result = await makeSessionAction(before, form);
    setIsUnknown(result?.ok === false && 'reason' in result && result.reason === 'no_such_room');
    return result;
  };
  return (
    <RecordForm
      action={action}
      hidden={{ place, requestKey }}
      draftKey={`${place}/sessions/new`}
      submitLabel={t('make')}
      cancelHref={`/p/${place}/sessions`}
    >
      <TextInput
        name="room"
        label={t('room')}
        hint={t('roomHint')}
        required
        maxLength={40}
        autoComplete="off"
        // What was asked of one number is not said of another.
        onChange={() => setIsUnknown(false)}
      />
      {isUnknown && mayAddRoom && <SwitchInput name="addRoom" label={t('addRoom')} hint={t('addRoomHint')} />}
      <SessionFields name="" day={day} time={time} />
    </RecordForm>
  );
}
