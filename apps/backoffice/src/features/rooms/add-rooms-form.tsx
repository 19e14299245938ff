'use client';

import { parseRoomRanges } from '@gudbro/domain';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { RoomTypeName } from '@/server/list-room-type-names';
import { SelectInput, TextArea, TextInput } from '@/shell/form/fields';
import { RecordForm } from '@/shell/form/record-form';
import { addRoomsAction } from './actions';

type AddRoomsFormProps = { place: string; types: readonly RoomTypeName[] };

/** Many rooms as an owner types them, with the list of what will be made before it is made. */
export function AddRoomsForm({ place, types }: AddRoomsFormProps) {
  const t = useTranslations('AddRooms');
  const [ranges, setRanges] = useState('');
  return (
    <RecordForm
      action={addRoomsAction}
      hidden={{ place }}
      draftKey={`${place}/rooms/new`}
      submitLabel={t('submit')}
      cancelHref={`/p/${place}/rooms`}
    >
      <TextArea
        name="ranges"
        label={t('ranges')}
        hint={t('rangesHint')}
        required
        maxLength={5000}
        autoComplete="off"
        spellCheck={false}
        onInput={(event) => setRanges(event.currentTarget.value)}
      />
      <TypedRooms ranges={ranges} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectInput
          name="type"
          label={t('type')}
          hint={t('typeHint')}
          options={[
            { value: '', label: t('noType') },
            ...types.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <TextInput name="floor" label={t('floor')} hint={t('floorHint')} maxLength={40} />
      </div>
    </RecordForm>
  );
}

/** The rooms that the text stands for, or the parts of it that cannot be read. */
function TypedRooms({ ranges }: { ranges: string }) {
  const t = useTranslations('AddRooms');
  const read = parseRoomRanges(ranges);
  if (!read.ok) {
    return (
      <ul className="space-y-1 rounded-2xl border-2 border-danger bg-surface p-4" aria-live="polite">
        {read.problems.map(({ part, reason }) => (
          <li key={part} className="wrap-anywhere">
            {t(`problem_${reason}`, { part })}
          </li>
        ))}
      </ul>
    );
  }
  if (read.rooms.length === 0) {
    return null;
  }
  return (
    <div className="rounded-2xl bg-sunken p-4" aria-live="polite">
      <p className="font-semibold">{t('willAdd', { count: read.rooms.length })}</p>
      <ul className="mt-2 flex max-h-56 flex-wrap gap-1.5 overflow-y-auto">
        {read.rooms.map(({ number, beds }) => (
          <li key={number} className="wrap-anywhere rounded-lg bg-surface px-2.5 py-1 tabular-nums">
            {beds.length === 0 ? number : t('withBeds', { number, count: beds.length })}
          </li>
        ))}
      </ul>
      {read.repeated.length > 0 && (
        <p className="mt-2 text-ink-soft">
          {t('repeated', { numbers: read.repeated.slice(0, 20).join(', ') })}
        </p>
      )}
    </div>
  );
}
