import { localeNames } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { LanguageButtons } from '@gudbro/ui/language-buttons';
import { getLocale, getTranslations } from 'next-intl/server';
import { locales } from '@/i18n/locales';

const languages = locales.map((locale) => ({ locale, name: localeNames[locale] }));

/** A GET form, so that it works without script. */
export async function LanguageSwitch({ path }: { path: string }) {
  const [t, current] = await Promise.all([getTranslations('Language'), getLocale()]);
  return (
    <form action="/locale">
      <fieldset className="sm:flex sm:flex-wrap sm:items-center sm:justify-center">
        <legend className="float-left flex w-full items-center justify-center gap-1.5 text-ink-soft text-sm sm:w-auto sm:pe-2">
          <Icon name="globe" className="size-5" />
          {t('label')}
        </legend>
        <input type="hidden" name="path" value={path} />
        <div className="clear-both grid grid-cols-[repeat(auto-fit,minmax(4.75rem,1fr))] sm:flex sm:flex-wrap sm:justify-center">
          <LanguageButtons languages={languages} current={current} className="px-1 text-sm sm:px-3" />
        </div>
      </fieldset>
    </form>
  );
}
