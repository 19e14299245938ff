import type { TestDatabase } from '@gudbro/supabase-local/testing';

/** The id of a place of the seed. */
export async function findPlaceId(db: TestDatabase, slug: string): Promise<string> {
  const [place] = await db.sql<{ id: string }>('select id from public.accom_properties where slug = $1', [
    slug,
  ]);
  if (place === undefined) {
    throw new Error(`The seed has no ${slug}.`);
  }
  return place.id;
}
