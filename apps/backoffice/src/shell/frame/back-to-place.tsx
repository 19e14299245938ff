import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '../list/back-link';

/** The way back to a place from a page that stands outside of all places. Nothing for a person who works at none. */
export async function BackToPlace({ place }: { place: Pick<Place, 'slug' | 'name'> | null }) {
  const t = await getTranslations('Frame');
  return place !== null && <BackLink href={`/p/${place.slug}`} label={t('backTo', { place: place.name })} />;
}
