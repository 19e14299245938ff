import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from '@/server/account-client';
import { type After, formatAfter, rowsPerPage } from '@/server/page-of-rows';

// Row-level security decides which rows an account can read.

const columns = 'id, category, label, phone, order:sort_order, version:updated_at';

/** One page of a place's numbers in the order in which guests read them, and one row more where there is a next page. */
export async function listNumbers(
  client: AccountClient,
  placeId: string,
  { search, after }: { search: string; after: After | null },
) {
  return client.query((db) => {
    const query = db
      .from('accom_useful_numbers')
      .select(columns)
      .eq('property_id', placeId)
      .order('sort_order')
      .order('id')
      .limit(rowsPerPage + 1);
    const found =
      search === ''
        ? query
        : query.ilike('label', `%${search.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_')}%`);
    return after === null ? found : found.or(formatAfter('sort_order', after));
  });
}

export type UsefulNumber = Awaited<ReturnType<typeof listNumbers>>[number];

export async function findNumber(client: AccountClient, placeId: string, id: string) {
  return client.query((db) =>
    db.from('accom_useful_numbers').select(columns).eq('property_id', placeId).eq('id', id).maybeSingle(),
  );
}

export async function getNumber(client: AccountClient, placeId: string, id: string): Promise<UsefulNumber> {
  const number = await findNumber(client, placeId, id);
  if (number === null) {
    throw new ApiError('not_found');
  }
  return number;
}
