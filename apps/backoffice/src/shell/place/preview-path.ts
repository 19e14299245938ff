/** The part of the guest's pages at which a preview opens, by its id there. Rooms are on the place's own page. */
export type PreviewSection = 'services' | 'deals' | 'numbers' | 'rooms';

/** The address that leads to the guest's page, for the place of this slug, at a section and in a language. */
export function previewPath(slug: string, section?: PreviewSection, locale?: string): string {
  const query = new URLSearchParams({
    ...(section === 'rooms' ? { page: 'place' } : {}),
    ...(locale === undefined ? {} : { locale }),
  });
  return `/p/${slug}/preview${query.size === 0 ? '' : `?${query}`}${section === undefined ? '' : `#${section}`}`;
}
