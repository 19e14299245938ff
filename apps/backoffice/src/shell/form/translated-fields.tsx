'use client';

import { localeNames } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { usePlaceSlug } from '../place/place-context';
import { type PreviewSection, previewPath } from '../place/preview-path';
import { TextArea, TextInput } from './fields';
import { otherLocales } from './translated-texts';

/** A text that can be translated: its key, its label, and what it says in the place's own language. */
export type TranslatedText = {
  key: string;
  label: string;
  own: string;
  isLong?: boolean;
  /** It is complete without a translation, as an address is. */
  isOptional?: boolean;
};

type TranslatedFieldsProps = {
  ownLocale: string;
  texts: readonly TranslatedText[];
  /** What the fields have now, by name: `vi.name`. */
  values: Record<string, string>;
  /** Where guests read these texts. */
  section?: PreviewSection;
};

/** The texts in the other languages, each beside what it translates, with what is missing said at each language. */
export function TranslatedFields({ ownLocale, texts, values, section }: TranslatedFieldsProps) {
  const t = useTranslations('Translations');
  const slug = usePlaceSlug();
  useEffect(() => {
    // A link from the list of what is missing names its language.
    const named = document.getElementById(window.location.hash.slice(1));
    if (named instanceof HTMLDetailsElement) {
      named.open = true;
      named.scrollIntoView();
    }
  }, []);
  const needed = texts.filter(({ own, isOptional }) => own !== '' && !isOptional);
  return (
    <section className="space-y-3">
      <div>
        <h2 className="font-display text-xl leading-snug">{t('title')}</h2>
        <p className="mt-1 text-pretty text-ink-soft">{t('intro')}</p>
      </div>
      <div className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {otherLocales(ownLocale).map((locale) => {
          const missing = needed.filter(({ key }) => !values[`${locale}.${key}`]).length;
          return (
            <details key={locale} id={`language-${locale}`} className="group">
              <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 px-4 hover:bg-sunken [&::-webkit-details-marker]:hidden">
                <span lang={locale} className="wrap-anywhere min-w-0 grow font-semibold">
                  {localeNames[locale]}
                </span>
                <span className="flex min-w-0 items-center gap-1.5 text-sm">
                  <Icon name={missing === 0 ? 'check' : 'info'} className="size-4 shrink-0 text-accent" />
                  {missing === 0 ? t('complete') : t('missing', { missing })}
                </span>
                <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
              </summary>
              <div className="space-y-4 px-4 pt-1 pb-5">
                {texts.map(({ key, label, own, isLong = false }) => (
                  <div key={key} className="grid gap-x-6 gap-y-2 md:grid-cols-2">
                    <p className="wrap-anywhere whitespace-pre-line text-ink-soft md:pt-8">{own || '–'}</p>
                    <TranslatedField
                      name={`${locale}.${key}`}
                      label={label}
                      locale={locale}
                      isLong={isLong}
                      value={values[`${locale}.${key}`] ?? ''}
                    />
                  </div>
                ))}
                <a
                  href={previewPath(slug, section, locale)}
                  target="_blank"
                  rel="noopener"
                  className="inline-flex min-h-12 items-center gap-2 font-semibold underline-offset-4 hover:underline"
                >
                  <Icon name="device" className="size-5 shrink-0" />
                  <span>
                    {t.rich('preview', { language: () => <span lang={locale}>{localeNames[locale]}</span> })}
                  </span>
                </a>
              </div>
            </details>
          );
        })}
      </div>
    </section>
  );
}

type FieldProps = { name: string; label: string; locale: string; isLong: boolean; value: string };

function TranslatedField({ locale, isLong, value, ...field }: FieldProps) {
  return isLong ? (
    <TextArea {...field} lang={locale} defaultValue={value} rows={4} />
  ) : (
    <TextInput {...field} lang={locale} defaultValue={value} />
  );
}
