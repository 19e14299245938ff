import { localeNames } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import type { LastJob } from './queries';

/** The house green, where the place has chosen none. */
const defaultColour = '#1a6b5f';

/** Languages, colour and logo. */
export async function LookFields({ place, lastJob }: { place: Place; lastJob: LastJob }) {
  const t = await getTranslations('Sheets');
  const chosen = lastJob?.locales ?? [place.defaultLocale, 'en'];
  // The place's own language stands first, then the order in which the product lists them.
  const locales = Object.entries(localeNames).sort(
    ([a], [b]) => Number(b === place.defaultLocale) - Number(a === place.defaultLocale),
  );
  return (
    <Card title={t('lookHeading')} icon="image">
      <fieldset>
        <legend className="font-semibold">{t('languages')}</legend>
        <p className="mb-2 text-ink-soft text-sm">{t('languagesHint')}</p>
        <div className="flex flex-wrap gap-x-6">
          {locales.map(([locale, name]) => (
            <label key={locale} className="flex min-h-12 cursor-pointer items-center gap-2.5">
              <input
                type="checkbox"
                name="locale"
                value={locale}
                defaultChecked={chosen.includes(locale)}
                className="size-5"
              />
              <span lang={locale}>{name}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <label className="mt-4 flex flex-wrap items-center gap-x-4">
        <span className="font-semibold">{t('colour')}</span>
        <input
          type="color"
          name="colour"
          defaultValue={lastJob?.colour ?? defaultColour}
          className="h-12 w-20 cursor-pointer rounded-xl border border-field-line bg-surface p-1"
        />
        <span className="w-full text-ink-soft text-sm">{t('colourHint')}</span>
      </label>
      <div className="mt-5 grid gap-4 sm:grid-cols-2">
        <label className="block min-w-0">
          <span className="mb-1.5 block font-semibold">{t('logo')}</span>
          <input
            type="file"
            name="logo"
            accept="image/png,image/jpeg"
            className="min-h-12 w-full cursor-pointer text-ink-soft text-sm file:mr-3 file:min-h-12 file:cursor-pointer file:rounded-xl file:border file:border-field-line file:border-solid file:bg-surface file:px-5 file:font-semibold file:text-base file:text-ink hover:file:bg-sunken"
          />
          <span className="block text-ink-soft text-sm">{t('logoHint')}</span>
        </label>
        <fieldset>
          <legend className="mb-1.5 font-semibold">{t('logoPosition')}</legend>
          {(['header', 'code'] as const).map((position) => (
            <label key={position} className="flex min-h-11 cursor-pointer items-center gap-2.5">
              <input
                type="radio"
                name="logoPosition"
                value={position}
                defaultChecked={position === 'header'}
                className="size-5"
              />
              {t(`logo_${position}`)}
            </label>
          ))}
        </fieldset>
      </div>
    </Card>
  );
}
