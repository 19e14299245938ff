import {
  countryCodes,
  currencyCodes,
  findCountryDefaults,
  type Locale,
  listTimezones,
  localeNames,
} from '@gudbro/domain';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { Select } from '@gudbro/ui/select';
import { getLocale, getTranslations } from 'next-intl/server';
import { formatCountry } from '@/shell/place/format-country';
import { LawCard } from '@/shell/place/law-card';
import { PlainForm } from '@/shell/plain-form/plain-form';
import { saveCountryAction } from './actions';
import type { FixedSettings, SetupPlace } from './queries';
import { SetupLayout } from './setup-layout';
import { readSetupTexts } from './setup-texts';
import { formatSetupPath } from './steps';

type CountryStepProps = { place: SetupPlace; fixed: FixedSettings; chosen: string | null };

/**
 * The country is chosen first, since time zone, currency, language and law follow from it. What can no longer be changed is shown
 * with the reason.
 */
export async function CountryStep({ place, fixed, chosen }: CountryStepProps) {
  const path = formatSetupPath(place.slug, 'country');
  const [t, locale, texts] = await Promise.all([getTranslations('Setup'), getLocale(), readSetupTexts(path)]);
  const country =
    [fixed.country ? null : chosen, place.country].find(
      (one) => one !== null && countryCodes.includes(one),
    ) ?? null;
  const currencies = new Intl.DisplayNames(locale, { type: 'currency' });
  const isOwn = country === place.country;
  const defaults = isOwn
    ? { timezone: place.timezone, currency: place.currency, locale: place.defaultLocale }
    : findCountryDefaults(country ?? '');
  return (
    <SetupLayout
      step="country"
      slug={place.slug}
      reached={place.setupStep ?? 6}
      heading={t('countryHeading')}
      intro={t('countryIntro')}
    >
      {fixed.country ? (
        <Notice title={formatCountry(place.country, locale)}>{t('country_is_fixed')}</Notice>
      ) : (
        <CountryForm country={country} locale={locale} />
      )}
      {country !== null && (
        <div className="mt-8 space-y-8">
          {fixed.currency && (
            <Notice title={nameCurrency(place.currency, currencies)}>{t('currency_is_fixed')}</Notice>
          )}
          <PlainForm
            key={country}
            action={saveCountryAction}
            hidden={{
              place: place.slug,
              version: place.version,
              country,
              ...(fixed.currency ? { currency: place.currency } : {}),
            }}
            fields={[
              {
                name: 'timezone',
                label: t('timezone'),
                type: 'select',
                value: defaults.timezone,
                options: optionsOf(
                  [...new Set([...listTimezones(country), ...(isOwn ? [place.timezone] : [])])],
                  (zone) => zone.replaceAll('_', ' '),
                ),
              },
              ...(fixed.currency
                ? []
                : [
                    {
                      name: 'currency',
                      label: t('currency'),
                      type: 'select',
                      value: defaults.currency,
                      options: optionsOf(currencyCodes, (code) => nameCurrency(code, currencies)),
                    } as const,
                  ]),
              {
                name: 'locale',
                label: t('language'),
                hint: t('languageHint'),
                type: 'select',
                value: defaults.locale,
                options: optionsOf(Object.keys(localeNames), (code) => localeNames[code as Locale]), // a key of it
              },
            ]}
            submit={t('saveCountry')}
            submitting={t('saving')}
            texts={texts}
            draftKey={`${place.slug}/setup/country/${country}`}
          />
          <LawCard country={country} />
        </div>
      )}
    </SetupLayout>
  );
}

/** A plain GET, so that it works without a script. */
async function CountryForm({ country, locale }: { country: string | null; locale: string }) {
  const t = await getTranslations('Setup');
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  return (
    <form className="space-y-3">
      <label htmlFor="country" className="block font-semibold">
        {t('country')}
      </label>
      <Select id="country" name="country" defaultValue={country ?? ''} required>
        <option value="" disabled>
          {t('chooseCountry')}
        </option>
        {sortByLabel(
          optionsOf(countryCodes, (code) => names.of(code) ?? code),
          locale,
        ).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Button type="submit" variant="secondary" className="w-full cursor-pointer">
        {t('takeCountry')}
      </Button>
    </form>
  );
}

function optionsOf(values: readonly string[], nameOf: (value: string) => string) {
  return values.map((value) => ({ value, label: nameOf(value) }));
}

function nameCurrency(code: string, names: Intl.DisplayNames): string {
  return `${code} · ${names.of(code) ?? code}`;
}

function sortByLabel(options: { value: string; label: string }[], locale: string) {
  return options.sort((a, b) => a.label.localeCompare(b.label, locale));
}
