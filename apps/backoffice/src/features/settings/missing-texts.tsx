import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { LanguageDetails } from '@/shell/form/language-details';
import { isMissing, otherLocales } from '@/shell/form/translated-texts';
import type { PlaceTexts } from './translation-queries';

type MissingTextsProps = { place: Place; texts: PlaceTexts };

/** How many lines a language shows. The others follow once these are translated. */
const shownLines = 100;

/** For each language of the guest app, which texts guests still read in the place's own language, each with the way to its form. */
export async function MissingTexts({ place, texts: { rows, isCut } }: MissingTextsProps) {
  const [t, things] = await Promise.all([getTranslations('Settings'), getTranslations('History')]);
  return (
    <section aria-labelledby="missing" className="space-y-3">
      <div>
        <h2 id="missing" className="font-display text-xl leading-snug">
          {t('missingTitle')}
        </h2>
        <p className="mt-1 text-pretty text-ink-soft">
          {t('missingIntro')} {isCut && t('missingCut')}
        </p>
      </div>
      <div className="divide-y divide-line overflow-hidden rounded-2xl border border-line bg-surface">
        {otherLocales(place.defaultLocale).map((locale) => {
          const missing = rows.filter(({ own, translations }) => isMissing(own, translations, locale));
          return (
            <LanguageDetails
              key={locale}
              locale={locale}
              isComplete={missing.length === 0}
              status={
                missing.length === 0
                  ? t('missingNone')
                  : t('missingCount', { missing: missing.length, all: rows.length })
              }
            >
              {missing.length === 0 ? (
                <p className="px-4 pt-2 pb-4 text-ink-soft">{t('missingNothing')}</p>
              ) : (
                <ul className="px-4 pt-1 pb-3">
                  {missing.slice(0, shownLines).map(({ table, name, path }) => (
                    <li key={`${path} ${table} ${name}`}>
                      <Link
                        href={`/p/${place.slug}/${path}#language-${locale}`}
                        prefetch={false}
                        className="wrap-anywhere flex min-h-12 flex-wrap content-center items-center gap-x-2 py-1 leading-snug hover:underline"
                      >
                        <span className="font-semibold">{name}</span>
                        <span className="text-ink-soft text-sm">{things(`thing_${table}`)}</span>
                      </Link>
                    </li>
                  ))}
                  {missing.length > shownLines && (
                    <li className="py-2 text-ink-soft">
                      {t('missingMore', { count: missing.length - shownLines })}
                    </li>
                  )}
                </ul>
              )}
            </LanguageDetails>
          );
        })}
      </div>
    </section>
  );
}
