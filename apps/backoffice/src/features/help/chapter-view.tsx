import { Icon } from '@gudbro/ui/icon';
import { PageHeader } from '@gudbro/ui/page-header';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { BackofficeLocale } from '@/i18n/locales';
import { BackLink } from '@/shell/list/back-link';
import {
  type ChapterId,
  type ChapterPart,
  chapterIds,
  formatPicturePath,
  guides,
  sizeOfPicture,
} from './guide';
import { GuideText } from './guide-text';

type ShownPicture = NonNullable<ChapterPart['picture']>;

type ChapterViewProps = { slug: string; locale: BackofficeLocale; id: ChapterId };

/** One chapter of the owners' guide, and the way to the one before and after it. */
export async function ChapterView({ slug, locale, id }: ChapterViewProps) {
  const t = await getTranslations('Help');
  const guide = guides[locale];
  const chapter = guide.chapters[id];
  const place = chapterIds.indexOf(id);
  return (
    <article className="max-w-3xl space-y-8">
      <title>{chapter.title}</title>
      <div className="space-y-6">
        <BackLink href={`/p/${slug}/help`} label={guide.title} />
        <PageHeader title={chapter.title} description={chapter.about} />
      </div>
      {chapter.parts.map((part) => (
        <Part key={part.title} part={part} locale={locale} />
      ))}
      <nav aria-label={t('chapters')} className="flex flex-wrap gap-3 border-line border-t pt-6 print:hidden">
        <Neighbour slug={slug} locale={locale} id={chapterIds[place - 1]} label={t('previous')} />
        <Neighbour slug={slug} locale={locale} id={chapterIds[place + 1]} label={t('next')} />
      </nav>
    </article>
  );
}

function Part({ part, locale }: { part: ChapterPart; locale: BackofficeLocale }) {
  const { title, text, steps, picture } = part;
  return (
    <section className="space-y-4">
      <h2 className="font-display text-xl leading-snug">{title}</h2>
      {text && (
        <p className="max-w-prose text-pretty leading-relaxed">
          <GuideText text={text} locale={locale} />
        </p>
      )}
      {steps && (
        <ol className="max-w-prose list-decimal space-y-2 pl-6 leading-relaxed">
          {steps.map((step) => (
            <li key={step} className="text-pretty pl-1">
              <GuideText text={step} locale={locale} />
            </li>
          ))}
        </ol>
      )}
      {picture && <Picture picture={picture} locale={locale} />}
    </section>
  );
}

/** Wider than a phone: there it is shown large enough to be read, and scrolled sideways. */
const desktopWidth = 600;

async function Picture({ picture, locale }: { picture: ShownPicture; locale: BackofficeLocale }) {
  const t = await getTranslations('Help');
  const size = sizeOfPicture(picture.name);
  const look = size.width > desktopWidth ? 'max-sm:w-176 max-sm:max-w-none' : 'w-auto';
  return (
    <div className="max-w-full overflow-x-auto">
      {/* Opens the picture alone, where a phone can enlarge it. */}
      <a href={formatPicturePath(locale, picture.name)} className="block w-fit rounded-2xl">
        <img
          src={formatPicturePath(locale, picture.name)}
          alt={picture.alt}
          {...size}
          loading="lazy"
          className={`h-auto max-h-160 max-w-full rounded-2xl border border-line bg-sunken dark:brightness-75 print:brightness-100 ${look}`}
        />
        <span className="sticky left-0 flex min-h-11 w-fit items-center gap-2 font-semibold text-accent sm:hidden print:hidden">
          <Icon name="search" className="size-5 shrink-0" />
          {t('fullSize')}
        </span>
      </a>
    </div>
  );
}

type NeighbourProps = { slug: string; locale: BackofficeLocale; id: ChapterId | undefined; label: string };

function Neighbour({ slug, locale, id, label }: NeighbourProps) {
  return (
    id && (
      <Link
        href={`/p/${slug}/help/${id}`}
        prefetch={false}
        className="flex min-h-14 min-w-0 flex-1 basis-60 flex-col justify-center rounded-2xl bg-surface px-5 py-3 shadow-lift hover:underline"
      >
        <span className="text-ink-soft text-sm">{label}</span>
        <span className="wrap-anywhere font-semibold">{guides[locale].chapters[id].title}</span>
      </Link>
    )
  );
}
