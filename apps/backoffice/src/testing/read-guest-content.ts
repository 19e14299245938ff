import type { TestDatabase } from '@gudbro/supabase-local/testing';

type Named = { id: string; name: string };
type Content = {
  property: Record<string, unknown>;
  services: { categories: (Named & { items: Named[] })[] };
  deals: Record<string, unknown>[];
};

/** What a guest who scans a room of the demo's hotel reads now, by the function that the guest app calls. */
export async function readGuestContent(db: TestDatabase, locale: string): Promise<Content> {
  const { data, error } = await db.client('guest_api').rpc('resolve_room_access', {
    room_code: 'RM-SUNSET22',
    client: crypto.randomUUID(),
    with_content: true,
    locale,
  });
  if (error !== null) throw new Error(error.message);
  return data as Content; // the function's own shape
}
