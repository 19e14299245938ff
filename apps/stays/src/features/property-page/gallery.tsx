import type { ShownPicture } from '@gudbro/guest-api/property-page-schemas';
import { getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';
import { Picture } from '@/shell/property/picture';

type GalleryProps = { pictures: readonly ShownPicture[]; langOf: LangOf };

/** The property's further pictures, in a row that scrolls. The first one is the cover. */
export async function Gallery({ pictures: [, ...pictures], langOf }: GalleryProps) {
  const t = await getTranslations('Property');
  if (pictures.length === 0) {
    return null;
  }
  return (
    // A region that scrolls is reached by keyboard, so it has a name.
    <section
      aria-label={t('pictures')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it, a keyboard could not scroll the row
      tabIndex={0}
      className="-mx-4 overflow-x-auto px-4 py-1 focus-visible:outline-3 focus-visible:outline-focus md:mx-0 md:rounded-2xl md:px-0"
    >
      <ul className="flex snap-x gap-3">
        {pictures.map((picture) => (
          <li key={picture.path} className="w-64 shrink-0 snap-start md:w-72">
            <Picture
              path={picture.path}
              alt={picture.alt}
              lang={picture.alt === '' ? undefined : langOf(picture, 'alt')}
              sizes="18rem"
              width={288}
              height={192}
              loading="lazy"
              className="aspect-3/2 w-full rounded-2xl bg-sunken object-cover"
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
