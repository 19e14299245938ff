import 'server-only';
import type { AccountClient } from '@/server/account-client';
import { type After, formatAfter, rowsPerPage } from '@/server/page-of-rows';

const columns = 'id, name, translations, order:sort_order, version:updated_at';

/** One page of a place's areas in the order in which guests choose among them, and one more where there is a next page. */
export async function listAreas(client: AccountClient, placeId: string, after: After | null) {
  return client.query((db) => {
    const all = db.from('areas').select(columns).eq('property_id', placeId);
    const page = after === null ? all : all.or(formatAfter('sort_order', after));
    return page
      .order('sort_order')
      .order('id')
      .limit(rowsPerPage + 1);
  });
}

export type Area = Awaited<ReturnType<typeof listAreas>>[number];

export async function findArea(client: AccountClient, placeId: string, id: string): Promise<Area | null> {
  return client.query((db) =>
    db.from('areas').select(columns).eq('property_id', placeId).eq('id', id).maybeSingle(),
  );
}
