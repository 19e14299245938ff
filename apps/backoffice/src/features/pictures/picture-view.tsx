import { formatPictureSrcSet, smallPicture } from '@gudbro/domain';
import { getTranslations } from 'next-intl/server';
import type { findPicture } from '@/server/pictures/list-pictures';
import type { Place } from '@/server/place';
import { readTranslated } from '@/shell/form/translated-texts';
import { RecordView } from '@/shell/list/record-view';
import { PictureForm } from './picture-form';

type PictureViewProps = { place: Place; picture: NonNullable<Awaited<ReturnType<typeof findPicture>>> };

/** The screen of one picture: what it shows, and whether it is shown. */
export async function PictureView({ place, picture }: PictureViewProps) {
  const t = await getTranslations('PictureLibrary');
  const { slug, defaultLocale } = place;
  const { id, path, alt, version, translations, width, height, bytes, uses } = picture;
  return (
    <RecordView
      title={alt === '' ? t('title') : alt}
      back={{ href: `/p/${slug}/pictures`, label: t('heading') }}
      namespaces={['PictureLibrary', 'Translations']}
    >
      <figure className="space-y-2">
        <img
          src={smallPicture(path)}
          srcSet={formatPictureSrcSet(path)}
          sizes="(min-width: 48rem) 48rem, 100vw"
          alt={alt === '' ? t('picture') : alt}
          className="max-h-96 w-full rounded-2xl bg-sunken object-contain"
        />
        <figcaption className="text-ink-soft text-sm">
          {uses.length === 0 ? t('notUsed') : t('usedBy', { count: uses.length })}{' '}
          {t('size', {
            width: width ?? 0,
            height: height ?? 0,
            kilobytes: Math.ceil((bytes ?? 0) / 1000),
          })}
        </figcaption>
      </figure>
      <PictureForm
        place={{ slug, defaultLocale }}
        id={id}
        values={{ alt, version, ...readTranslated(translations) }}
        isUsed={uses.length > 0}
      />
    </RecordView>
  );
}
