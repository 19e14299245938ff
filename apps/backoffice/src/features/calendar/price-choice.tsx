'use client';

import { formatMoney } from '@gudbro/domain';
import { useLocale, useTranslations } from 'next-intl';
import type { Preview } from './queries';

type PriceChoiceProps = {
  name: string;
  price: Preview['moves'][number]['price'];
  value: 'keep' | 'new';
  onChange: (value: 'keep' | 'new') => void;
};

/** A stay that gets a dearer or a cheaper type keeps its price, or gets that of the type. */
export function PriceChoice({ name, price, value, onChange }: PriceChoiceProps) {
  const t = useTranslations('Calendar');
  const locale = useLocale();
  if (price === null || price.differenceMinor === null || price.differenceMinor === 0) {
    return null;
  }
  const { currency, keptMinor, newMinor, differenceMinor } = price;
  const write = (minor: number | null) =>
    minor === null ? t('noPrice') : formatMoney(minor, currency, locale);
  return (
    <fieldset className="space-y-1">
      <legend className="font-semibold">
        {t(differenceMinor > 0 ? 'dearer' : 'cheaper', {
          name,
          amount: formatMoney(Math.abs(differenceMinor), currency, locale),
        })}
      </legend>
      {(['keep', 'new'] as const).map((choice) => (
        <label key={choice} className="flex min-h-11 cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={`price ${name}`}
            checked={value === choice}
            onChange={() => onChange(choice)}
            className="size-5"
          />
          {t(choice === 'keep' ? 'keepPrice' : 'newPrice', {
            amount: write(choice === 'keep' ? keptMinor : newMinor),
          })}
        </label>
      ))}
    </fieldset>
  );
}
