import { formatMoney } from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { Card } from '@gudbro/ui/card';
import { TextField } from '@gudbro/ui/text-field';
import { getFormatter, getLocale, getTranslations } from 'next-intl/server';
import type { PriceTrial } from './queries';

/** The nights that were typed, and what they cost. Null: nothing was typed, or it is no stay. */
export type TrialOfNights = { checkIn: string; checkOut: string; price: PriceTrial | null };

/** A form that tells what nights cost. It is a GET, so the nights stay in the address while prices are changed. */
export async function PriceTrialCard({ currency, trial }: { currency: string; trial: TrialOfNights }) {
  const t = await getTranslations('RoomTypes');
  const { checkIn, checkOut, price } = trial;
  return (
    <Card title={t('trialTitle')} icon="calendar" id="trial">
      <form method="get" action="#trial" className="space-y-4">
        <TextField type="date" name="in" label={t('trialIn')} required defaultValue={checkIn} />
        <TextField type="date" name="out" label={t('trialOut')} required defaultValue={checkOut} />
        <Button type="submit" variant="secondary" className="w-full cursor-pointer">
          {t('trial')}
        </Button>
      </form>
      {price && <TrialResult currency={currency} price={price} />}
      {price === null && checkIn !== '' && <p className="mt-4 text-pretty">{t('trialImpossible')}</p>}
    </Card>
  );
}

async function TrialResult({ currency, price }: { currency: string; price: PriceTrial }) {
  const [t, format, locale] = await Promise.all([getTranslations('RoomTypes'), getFormatter(), getLocale()]);
  const money = (minor: number | null) => (minor === null ? t('ask') : formatMoney(minor, currency, locale));
  const isTooShort = price.nights.length < price.minimumNights;
  return (
    <div className="mt-5 space-y-3 border-line border-t pt-4" role="status">
      {isTooShort && <p className="font-semibold">{t('trialTooShort', { nights: price.minimumNights })}</p>}
      <dl className="space-y-1.5 tabular-nums">
        {price.nights.map(({ night, priceMinor, isWeekend, season }) => (
          <div key={night} className="flex flex-wrap justify-between gap-x-4">
            <dt>
              {format.dateTime(new Date(`${night}T12:00:00Z`), {
                weekday: 'short',
                day: 'numeric',
                month: 'short',
                timeZone: 'UTC',
              })}
              <span className="text-ink-soft">
                {[season, isWeekend ? t('weekend') : null]
                  .filter((part) => part !== null)
                  .map((part) => ` · ${part}`)
                  .join('')}
              </span>
            </dt>
            <dd>{money(priceMinor)}</dd>
          </div>
        ))}
        <div className="flex flex-wrap justify-between gap-x-4 border-line border-t pt-2 font-semibold">
          <dt>{t('total')}</dt>
          <dd>{money(price.totalMinor)}</dd>
        </div>
      </dl>
    </div>
  );
}
