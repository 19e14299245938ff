'use client';

import { useLocale, useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { NumberInput, SwitchInput, TextArea, TextInput } from '@/shell/form/fields';
import { useFieldError } from '@/shell/form/form-context';
import { MoneyInput } from '@/shell/form/money-input';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { readTranslated } from '@/shell/form/translated-texts';
import { PictureInput } from '@/shell/pictures/picture-input';
import { removeRoomTypeAction, saveRoomTypeAction } from './actions';
import { formatPrice, weekdays } from './form-values';
import type { RoomType } from './queries';

type TypeFormProps = {
  place: string;
  currency: string;
  ownLocale: string;
  type: RoomType | null;
  /** How many rooms are of this type. */
  rooms: number;
};

/** The form of one type, what is changed most often first. Without a type it makes a new one. */
export function TypeForm({ place, currency, ownLocale, type, rooms }: TypeFormProps) {
  const t = useTranslations('RoomTypes');
  return (
    <RecordForm
      action={saveRoomTypeAction}
      hidden={{ place, id: type?.id, version: type?.version }}
      draftKey={`${place}/types/${type?.id ?? 'new'}`}
      submitLabel={type === null ? t('add') : t('save')}
      cancelHref={`/p/${place}/types`}
      aside={type && <RemoveType place={place} type={type} rooms={rooms} />}
    >
      <TextInput
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        required
        maxLength={120}
        defaultValue={type?.name}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <MoneyInput
          name="price"
          currency={currency}
          label={t('price')}
          hint={t('priceHint')}
          defaultValue={formatPrice(type?.price ?? null, currency)}
        />
        <MoneyInput
          name="weekendPrice"
          currency={currency}
          label={t('weekendPrice')}
          hint={t('weekendPriceHint')}
          defaultValue={formatPrice(type?.weekendPrice ?? null, currency)}
        />
      </div>
      <WeekendNights nights={type?.weekendNights ?? [5, 6]} />
      <div className="grid gap-5 sm:grid-cols-2">
        <NumberInput name="capacity" label={t('capacity')} required defaultValue={type?.capacity ?? 2} />
        <NumberInput
          name="minimumNights"
          label={t('minimumNights')}
          hint={t('minimumHint')}
          required
          defaultValue={type?.minimumNights ?? 1}
        />
      </div>
      <SwitchInput
        name="active"
        label={t('active')}
        hint={t('activeHint')}
        defaultChecked={type?.isActive ?? true}
      />
      <TextArea
        name="description"
        label={t('description')}
        hint={t('descriptionHint')}
        maxLength={2000}
        defaultValue={type?.description}
      />
      <PictureInput
        name="images"
        label={t('pictures')}
        hint={t('picturesHint')}
        max={20}
        defaultValue={type?.images ?? []}
      />
      <TranslatedFields
        ownLocale={ownLocale}
        texts={[
          { key: 'name', label: t('name'), own: type?.name ?? '' },
          { key: 'description', label: t('description'), own: type?.description ?? '', isLong: true },
        ]}
        values={readTranslated(type?.translations)}
        section="rooms"
      />
    </RecordForm>
  );
}

/** On which evenings a weekend night begins. The error of all of them stands at Friday's name. */
function WeekendNights({ nights }: { nights: readonly number[] }) {
  const t = useTranslations('RoomTypes');
  const locale = useLocale();
  const error = useFieldError('weekend5');
  // 1 January 2024 was a Monday.
  const format = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' });
  return (
    <fieldset aria-invalid={error ? true : undefined} tabIndex={-1} className="min-w-0">
      <legend className="mb-1.5 font-semibold">{t('weekendNights')}</legend>
      {/* Four in a row and three: no day stands alone on a line. */}
      <div className="grid max-w-xl grid-cols-[repeat(auto-fill,minmax(max(4.25rem,22%),1fr))] gap-1 sm:gap-2">
        {weekdays.map((day) => (
          <label
            key={day}
            className="flex min-h-12 cursor-pointer items-center gap-1.5 rounded-xl border border-field-line bg-surface px-1.5 text-sm has-checked:border-accent has-focus-visible:outline-3 has-focus-visible:outline-focus sm:gap-2.5 sm:px-4 sm:text-base"
          >
            <input
              type="checkbox"
              name={`weekend${day}`}
              defaultChecked={nights.includes(day)}
              className="size-5 shrink-0"
            />
            {format.format(new Date(Date.UTC(2024, 0, day)))}
          </label>
        ))}
      </div>
      <p className="mt-1.5 text-ink-soft text-sm">{t('weekendNightsHint')}</p>
      {error && <p className="mt-1.5 font-medium text-danger leading-snug">{error}</p>}
    </fieldset>
  );
}

function RemoveType({ place, type, rooms }: { place: string; type: RoomType; rooms: number }) {
  const t = useTranslations('RoomTypes');
  return (
    <ConfirmDialog
      trigger={t('remove')}
      title={t('removeTitle', { name: type.name })}
      confirmLabel={t('remove')}
      action={removeRoomTypeAction}
      hidden={{ place, id: type.id, version: type.version }}
    >
      {rooms > 0 ? t('removeHasRooms', { count: rooms }) : t('removeText')}
    </ConfirmDialog>
  );
}
