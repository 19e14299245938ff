'use client';

import { formatMoney } from '@gudbro/domain';
import { useFormatter, useLocale, useTranslations } from 'next-intl';
import { SelectInput } from '@/shell/form/fields';
import { formatBed } from './format-bed';
import type { FreeBed } from './queries';

type BedChoiceProps = {
  place: { shortCode: string; currency: string };
  beds: readonly FreeBed[];
  /** The bed that a booking has now. */
  current?: string;
  /** The last night's morning: a bed whose next guest comes before it, or that is closed before it, cannot be chosen. */
  until?: string;
  /** A state other than clean matters: the guest goes in at once. */
  isForNow?: boolean;
  onChoose?: (value: string) => void;
};

/** Says of a free bed what the desk has to know of it. */
export function useBedWords(
  place: BedChoiceProps['place'],
  { until, isForNow = false }: Pick<BedChoiceProps, 'until' | 'isForNow'> = {},
) {
  const t = useTranslations('BookingForm');
  const format = useFormatter();
  const locale = useLocale();
  return ({ type, freeUntil, isOccupied, isReady, totalMinor, ...bed }: FreeBed) =>
    [
      formatBed(place, bed),
      type,
      until === undefined && totalMinor !== null && formatMoney(totalMinor, place.currency, locale),
      until !== undefined &&
        freeUntil !== null &&
        t('freeUntil', {
          day: format.dateTime(new Date(`${freeUntil}T12:00:00Z`), {
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          }),
        }),
      isOccupied && t('occupied'),
      isForNow && !isReady && t('notClean'),
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The choice of a bed among those that are free. */
export function BedChoice({ place, beds, current, until, isForNow, onChoose }: BedChoiceProps) {
  const t = useTranslations('BookingForm');
  const describe = useBedWords(place, {
    ...(until === undefined ? {} : { until }),
    ...(isForNow === undefined ? {} : { isForNow }),
  });
  return (
    <SelectInput
      name="bed"
      label={t('room')}
      defaultValue={current ?? ''}
      {...(onChoose === undefined ? {} : { onChoose })}
      options={[
        { value: '', label: t('chooseRoom'), disabled: true },
        ...beds.map((bed) => ({
          value: `${bed.roomId}/${bed.bed}`,
          label: describe(bed),
          disabled: until !== undefined && bed.freeUntil !== null && bed.freeUntil < until,
        })),
      ]}
    />
  );
}

/** The bed of an address, if it is among those that are free. */
export function findBed(beds: readonly FreeBed[], chosen: string): string {
  return beds.some(({ roomId, bed }) => `${roomId}/${bed}` === chosen) ? chosen : '';
}
