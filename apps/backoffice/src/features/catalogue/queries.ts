import 'server-only';
import type { AccountClient } from '@/server/account-client';
import { type After, formatAfter, rowsPerPage } from '@/server/page-of-rows';

const categoryColumns =
  'id, name, description, icon, translations, isActive:is_active, order:sort_order, version:updated_at';

const itemColumns = `id, name, description, image, price, translations, categoryId:category_id, order:sort_order,
  availableFrom:available_from, availableTo:available_to, max:max_quantity, isActive:is_active, isSoldOut:is_sold_out,
  soldOutUntil:sold_out_until, version:updated_at`;

/** A place's categories in the order in which guests read them. */
export async function listCategories(client: AccountClient, placeId: string) {
  return client.query((db) =>
    db
      .from('accom_service_categories')
      .select(categoryColumns)
      .eq('property_id', placeId)
      .order('sort_order')
      .order('name')
      .limit(500),
  );
}

export type Category = Awaited<ReturnType<typeof listCategories>>[number];

type ItemFilter = { categoryId: string | null; search: string; after: After | null };

/** One page of the items of a category, or of all that have this text in their name, and one more where there is a next page. */
export async function listItems(
  client: AccountClient,
  placeId: string,
  { categoryId, search, after }: ItemFilter,
) {
  return client.query((db) => {
    const all = db.from('accom_service_items').select(itemColumns).eq('property_id', placeId);
    const chosen =
      search !== ''
        ? all.ilike('name', `%${search.replace(/[\\%_]/g, '\\$&').replaceAll('*', '_')}%`)
        : all.eq('category_id', categoryId ?? '');
    const page = after === null ? chosen : chosen.or(formatAfter('sort_order', after));
    return page
      .order('sort_order')
      .order('id')
      .limit(rowsPerPage + 1);
  });
}

export type Item = Awaited<ReturnType<typeof listItems>>[number];

export async function findItem(client: AccountClient, placeId: string, id: string): Promise<Item | null> {
  return client.query((db) =>
    db.from('accom_service_items').select(itemColumns).eq('property_id', placeId).eq('id', id).maybeSingle(),
  );
}

export async function findCategory(
  client: AccountClient,
  placeId: string,
  id: string,
): Promise<Category | null> {
  return client.query((db) =>
    db
      .from('accom_service_categories')
      .select(categoryColumns)
      .eq('property_id', placeId)
      .eq('id', id)
      .maybeSingle(),
  );
}

/** How many items are in the category, and so are removed with it. */
export async function countItems(
  client: AccountClient,
  placeId: string,
  categoryId: string,
): Promise<number> {
  const items = await client.query((db) =>
    db
      .from('accom_service_items')
      .select('id')
      .eq('property_id', placeId)
      .eq('category_id', categoryId)
      .limit(1000),
  );
  return items.length;
}
