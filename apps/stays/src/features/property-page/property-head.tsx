import { currentRequest } from '@gudbro/api-kit';
import type { PropertyPageData } from '@gudbro/guest-api/property-page-schemas';
import { getLocale } from 'next-intl/server';
import { env } from '@/env';
import { locales } from '@/i18n/locales';
import { readAddressLocale } from '@/i18n/request-locale';
import { buildPropertySchema, formatScriptJson } from './property-schema';

/**
 * What search engines and previews of links read of a property that is listed: description, picture, the addresses of its
 * languages, and structured data. A page that is not listed has its title only.
 */
export async function PropertyHead({ page }: { page: PropertyPageData }) {
  const { property, isListed } = page;
  if (!isListed) {
    return <title>{property.name}</title>;
  }
  const origin = new URL(env().STAYS_URL).origin;
  const plain = `${origin}/${property.slug}`;
  const chosen = readAddressLocale(currentRequest().address);
  const canonical = chosen === null ? plain : `${plain}?lang=${chosen}`;
  const description = shorten(property.description);
  const image = findPreviewImage(page);
  return (
    <>
      <title>{property.name}</title>
      <link rel="canonical" href={canonical} />
      <link rel="alternate" hrefLang="x-default" href={plain} />
      {locales
        .filter((locale) => page.locales.includes(locale))
        .map((locale) => (
          <link key={locale} rel="alternate" hrefLang={locale} href={`${plain}?lang=${locale}`} />
        ))}
      {description && <meta name="description" content={description} />}
      <meta property="og:type" content="website" />
      <meta property="og:title" content={property.name} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={await getLocale()} />
      {description && <meta property="og:description" content={description} />}
      {image && <meta property="og:image" content={`${origin}${image}`} />}
      <meta name="twitter:card" content={image ? 'summary_large_image' : 'summary'} />
      <script
        type="application/ld+json"
        nonce={currentRequest().nonce}
        // React would escape the quotes; formatScriptJson escapes what could end the element.
        dangerouslySetInnerHTML={{ __html: formatScriptJson(buildPropertySchema(page, origin)) }}
      />
    </>
  );
}

/** Previews of links show no SVG. */
function findPreviewImage({ property, rooms }: PropertyPageData): string | undefined {
  return [...property.images, ...rooms.flatMap((room) => room.images)].find(
    (image) => !image.endsWith('.svg'),
  );
}

/** Search engines show about 160 characters. */
function shorten(text: string): string {
  return text.length <= 160 ? text : `${text.slice(0, 159).replace(/\s+\S*$/, '')}…`;
}
