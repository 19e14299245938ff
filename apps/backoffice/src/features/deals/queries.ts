import 'server-only';
import type { AccountClient } from '@/server/account-client';
import { type After, formatAfter, rowsPerPage } from '@/server/page-of-rows';

const columns = `id, partner, title, description, discount, link, translations, validFrom:valid_from,
  validUntil:valid_until, isActive:is_active, order:sort_order, version:updated_at`;

/** One page of a place's offers in the order in which guests read them, and one more where there is a next page. */
export async function listDeals(client: AccountClient, placeId: string, after: After | null) {
  return client.query((db) => {
    const all = db.from('accom_local_deals').select(columns).eq('property_id', placeId);
    const page = after === null ? all : all.or(formatAfter('sort_order', after));
    return page
      .order('sort_order')
      .order('id')
      .limit(rowsPerPage + 1);
  });
}

export type Deal = Awaited<ReturnType<typeof listDeals>>[number];

export async function findDeal(client: AccountClient, placeId: string, id: string): Promise<Deal | null> {
  return client.query((db) =>
    db.from('accom_local_deals').select(columns).eq('property_id', placeId).eq('id', id).maybeSingle(),
  );
}
