'use client';

import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/shell/form/confirm-dialog';
import { DateInput, NumberInput, TextInput } from '@/shell/form/fields';
import { MoneyInput } from '@/shell/form/money-input';
import { RecordForm } from '@/shell/form/record-form';
import { TranslatedFields } from '@/shell/form/translated-fields';
import { readTranslated } from '@/shell/form/translated-texts';
import { removeSeasonAction, saveSeasonAction } from './actions';
import { formatPrice } from './form-values';
import type { Season } from './queries';

type SeasonFormProps = {
  place: string;
  currency: string;
  ownLocale: string;
  typeId: string;
  season: Season | null;
};

/** The form of one season. Without a season it makes a new one. */
export function SeasonForm({ place, currency, ownLocale, typeId, season }: SeasonFormProps) {
  const t = useTranslations('RoomTypes');
  return (
    <RecordForm
      action={saveSeasonAction}
      hidden={{ place, id: season?.id, version: season?.version, type: typeId }}
      draftKey={`${place}/types/${typeId}/seasons/${season?.id ?? 'new'}`}
      submitLabel={season === null ? t('addSeason') : t('save')}
      cancelHref={`/p/${place}/types/${typeId}`}
      aside={
        season && (
          <ConfirmDialog
            trigger={t('remove')}
            title={t('removeTitle', { name: season.name })}
            confirmLabel={t('remove')}
            action={removeSeasonAction}
            hidden={{ place, id: season.id, version: season.version, type: typeId }}
          >
            {t('removeSeasonText')}
          </ConfirmDialog>
        )
      }
    >
      <TextInput
        name="name"
        label={t('seasonName')}
        hint={t('seasonNameHint')}
        required
        maxLength={80}
        defaultValue={season?.name}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <DateInput name="firstNight" label={t('firstNight')} required defaultValue={season?.firstNight} />
        <DateInput name="lastNight" label={t('lastNight')} required defaultValue={season?.lastNight} />
        <MoneyInput
          name="price"
          currency={currency}
          label={t('price')}
          required
          defaultValue={formatPrice(season?.price ?? null, currency)}
        />
        <MoneyInput
          name="weekendPrice"
          currency={currency}
          label={t('weekendPrice')}
          hint={t('weekendPriceHint')}
          defaultValue={formatPrice(season?.weekendPrice ?? null, currency)}
        />
        <NumberInput
          name="minimumNights"
          label={t('minimumNights')}
          hint={t('seasonMinimumHint')}
          defaultValue={season?.minimumNights ?? ''}
        />
      </div>
      <TranslatedFields
        ownLocale={ownLocale}
        texts={[{ key: 'name', label: t('seasonName'), own: season?.name ?? '' }]}
        values={readTranslated(season?.translations)}
        section="rooms"
      />
    </RecordForm>
  );
}
