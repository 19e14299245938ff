'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { RoomTypeName } from '@/server/list-room-type-names';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { NumberInput, SelectInput, SwitchInput, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { KilledSigns } from '@/shell/paper/killed-signs';
import type { KilledSign } from '@/shell/paper/name-killed-signs';
import { removeRoomAction, saveRoomAction } from './actions';
import type { Room } from './queries';
import { formatBedNames } from './room-as-form';

type RoomFormProps = {
  place: string;
  label: string;
  room: Room;
  types: readonly RoomTypeName[];
  /** The paper that stops working with the room. */
  killed: readonly KilledSign[];
  /** What a change of its own WiFi does to printed cards. */
  wifiNotice: ReactNode;
};

/** The form of one room. */
export function RoomForm({ place, label, room, types, killed, wifiNotice }: RoomFormProps) {
  const t = useTranslations('Room');
  return (
    <RecordForm
      action={saveRoomAction}
      hidden={{ place, id: room.id, version: room.version }}
      draftKey={`${place}/rooms/${room.id}`}
      submitLabel={t('save')}
      aside={
        <ConfirmDialog
          trigger={t('remove')}
          title={t('removeTitle', { label })}
          confirmLabel={t('remove')}
          action={removeRoomAction}
          hidden={{ place, id: room.id, version: room.version }}
        >
          <p>{t('removeText', { code: room.code })}</p>
          <KilledSigns signs={killed} />
        </ConfirmDialog>
      }
    >
      <div className="grid gap-5 sm:grid-cols-2 md:grid-cols-1 xl:grid-cols-2">
        <TextInput name="number" label={t('roomNumber')} required maxLength={40} defaultValue={room.number} />
        <SelectInput
          name="type"
          label={t('type')}
          options={[
            { value: '', label: t('noType') },
            ...types.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          defaultValue={room.typeId ?? ''}
        />
        <NumberInput name="capacity" label={t('capacity')} required defaultValue={room.capacity} />
        <TextInput name="floor" label={t('floor')} maxLength={40} defaultValue={room.floor ?? ''} />
      </div>
      <TextInput
        name="beds"
        label={t('beds')}
        hint={t('bedsHint')}
        autoComplete="off"
        defaultValue={formatBedNames(room.beds)}
      />
      <div className="grid gap-5 sm:grid-cols-2 md:grid-cols-1 xl:grid-cols-2">
        <TextInput
          name="wifiNetwork"
          label={t('wifiNetwork')}
          hint={t('wifiHint')}
          autoComplete="off"
          maxLength={32}
          defaultValue={room.wifiNetwork ?? ''}
        />
        <TextInput
          name="wifiPassword"
          label={t('wifiPassword')}
          hint={t('wifiPasswordHint')}
          autoComplete="off"
          maxLength={63}
          defaultValue={room.wifiPassword ?? ''}
        />
      </div>
      {wifiNotice}
      <div className="group">
        <SwitchInput
          name="active"
          label={t('active')}
          hint={t('activeHint')}
          defaultChecked={room.isActive}
        />
        {room.isActive && killed.length > 0 && (
          <div className="ml-10 leading-relaxed group-has-[:checked]:hidden">
            <KilledSigns signs={killed} />
          </div>
        )}
      </div>
    </RecordForm>
  );
}
