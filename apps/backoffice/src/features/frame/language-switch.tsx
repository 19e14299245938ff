import { localeNames } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { getLocale, getTranslations } from 'next-intl/server';
import { chooseLocaleAction } from '@/features/locale/actions';
import { locales } from '@/i18n/locales';

/** A plain form: it works before any script does. */
export async function LanguageSwitch() {
  const [t, current] = await Promise.all([getTranslations('Frame'), getLocale()]);
  return (
    <form action={chooseLocaleAction} className="flex flex-wrap items-center gap-1">
      <Icon name="globe" className="size-5 text-ink-soft" />
      <fieldset className="contents">
        <legend className="sr-only">{t('language')}</legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-current={locale === current ? 'true' : undefined}
            className="min-h-12 cursor-pointer rounded-xl px-3 text-ink-soft underline-offset-4 hover:text-ink hover:underline aria-current:font-semibold aria-current:text-ink"
          >
            {localeNames[locale]}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
