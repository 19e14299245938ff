import 'server-only';
import type { AccountClient } from '../account-client';
import { type After, rowsPerPage } from '../page-of-rows';

const columns =
  'id, path, alt, translations, unusedSince:unused_since, createdAt:created_at, version:updated_at';

/** The newest pictures of a place first, and one more where there is a next page. Only those that are stored. */
export async function listPictures(client: AccountClient, placeId: string, after: After | null) {
  return client.query((db) => {
    const query = db
      .from('pictures')
      .select(columns)
      .eq('property_id', placeId)
      .not('stored_at', 'is', null)
      .order('created_at', { ascending: false })
      .order('id')
      .limit(rowsPerPage + 1);
    return after === null
      ? query
      : query.or(`created_at.lt."${after.value}",and(created_at.eq."${after.value}",id.gt.${after.id})`);
  });
}

export type OwnPicture = Awaited<ReturnType<typeof listPictures>>[number];

/** One picture and where it is shown. Null where there is none. */
export async function findPicture(client: AccountClient, placeId: string, id: string) {
  return client.query((db) =>
    db
      .from('pictures')
      .select(`${columns}, width, height, bytes, uses:picture_uses(table:table_name, rowId:row_id)`)
      .eq('property_id', placeId)
      .eq('id', id)
      .not('stored_at', 'is', null)
      .maybeSingle(),
  );
}
