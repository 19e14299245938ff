import { formatMoney } from '@gudbro/domain';
import type { StayPrice as Price } from '@gudbro/guest-api/property-page-schemas';
import { getLocale, getTranslations } from 'next-intl/server';
import { listPriceLines, type PriceLine } from './price-lines';

type StayPriceProps = {
  price: Price | null;
  currency: string;
  /** Whether it is the price of each bed of a dorm. */
  isForBed?: boolean;
};

/** What these nights cost and what the total is made of, or that the house tells it when asked. */
export async function StayPrice({ price, currency, isForBed = false }: StayPriceProps) {
  const [t, locale] = await Promise.all([getTranslations('Place'), getLocale()]);
  if (price === null) {
    return <span className="block text-ink-soft text-sm">{t('askPrice')}</span>;
  }
  const money = (amountMinor: number) => formatMoney(amountMinor, currency, locale);
  const total = money(price.totalMinor);
  const textOf = ({ season, isWeekend, priceMinor, nights }: PriceLine) => {
    const values = { nights, price: money(priceMinor) };
    if (season === null) {
      return isWeekend ? t('lineWeekend', values) : t('lineNights', values);
    }
    return isWeekend ? t('lineSeasonWeekend', { ...values, season }) : t('lineSeason', { ...values, season });
  };
  const lines = listPriceLines(price);
  return (
    <>
      <span className="mt-1 block font-semibold tabular-nums">
        {isForBed ? t('totalBed', { total }) : t('total', { total })}
      </span>
      {/* One night is its own total. */}
      {price.nights.length > 1 &&
        lines.map((line) => (
          <span key={textOf(line)} className="block text-ink-soft text-sm tabular-nums">
            {textOf(line)}
          </span>
        ))}
    </>
  );
}
