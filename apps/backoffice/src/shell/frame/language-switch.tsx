import { localeNames } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { LanguageButtons } from '@gudbro/ui/language-buttons';
import { getLocale, getTranslations } from 'next-intl/server';
import { locales } from '@/i18n/locales';
import { chooseLocaleAction } from './actions';

const languages = locales.map((locale) => ({ locale, name: localeNames[locale] }));

/** A plain form, so that it works without JavaScript. */
export async function LanguageSwitch() {
  const [t, current] = await Promise.all([getTranslations('Frame'), getLocale()]);
  return (
    <form action={chooseLocaleAction} className="flex flex-wrap items-center gap-1">
      <Icon name="globe" className="size-5 text-ink-soft" />
      <fieldset className="contents">
        <legend className="sr-only">{t('language')}</legend>
        <LanguageButtons languages={languages} current={current} className="px-2" />
      </fieldset>
    </form>
  );
}
