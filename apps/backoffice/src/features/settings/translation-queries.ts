import 'server-only';
import { wifiZonesSchema } from '@gudbro/domain';
import type { AccountClient } from '@/server/account-client';
import { requireRow } from '@/server/require-row';

/** A row with texts that guests read, by the table that the history names it by too, and the screen of its form. */
export type TextRow = {
  table:
    | 'accom_properties'
    | 'accom_room_types'
    | 'accom_room_type_seasons'
    | 'accom_service_categories'
    | 'accom_service_items'
    | 'accom_local_deals'
    | 'accom_useful_numbers'
    | 'areas'
    | 'pictures';
  name: string;
  path: string;
  /** Its texts by their keys in the translations. */
  own: Record<string, string>;
  translations: unknown;
};

/** How many rows of one kind the database returns at most: `max_rows` in supabase/config.toml. */
const mostOfAKind = 1000;

export type PlaceTexts = {
  rows: TextRow[];
  /** Whether there may be more rows than these. */
  isCut: boolean;
  /** The language of the place's own texts, and the version of the place that was read. */
  ownLocale: string;
  version: string;
};

/** The texts of a place that can be translated, in one query. What guests do not see needs no translation. */
export async function listTexts(client: AccountClient, placeId: string): Promise<PlaceTexts> {
  const found = await client.query((db) =>
    db
      .from('accom_properties')
      .select(
        `name, description, house_rules, amenities, translations, ownLocale:default_locale, version:updated_at,
         zones:wifi_zones,
         types:accom_room_types(id, name, description, translations,
           seasons:accom_room_type_seasons(id, name, translations)),
         categories:accom_service_categories(id, name, description, translations,
           items:accom_service_items(id, name, description, translations)),
         deals:accom_local_deals(id, title, description, discount, translations),
         numbers:accom_useful_numbers(id, label, category, translations),
         areas(id, name, translations),
         pictures(id, alt, translations)`,
      )
      .eq('id', placeId)
      .eq('types.is_active', true)
      .eq('categories.is_active', true)
      .eq('categories.items.is_active', true)
      .eq('deals.is_active', true)
      .is('pictures.unused_since', null)
      .order('sort_order', { referencedTable: 'types' })
      .order('sort_order', { referencedTable: 'categories' })
      .order('sort_order', { referencedTable: 'deals' })
      .order('sort_order', { referencedTable: 'numbers' })
      .order('sort_order', { referencedTable: 'areas' })
      .maybeSingle(),
  );
  const { name, description, house_rules, amenities, translations, ownLocale, version, zones, ...lists } =
    requireRow(found);
  const { types, categories, ...others } = lists;
  const kinds = [
    types,
    categories,
    ...Object.values(others),
    ...types.map(({ seasons }) => seasons),
    ...categories.map(({ items }) => items),
  ];
  const rows: TextRow[] = [
    {
      table: 'accom_properties',
      name,
      path: 'texts',
      own: { description, houseRules: house_rules.join('\n'), amenities: amenities.join('\n') },
      translations,
    },
    ...wifiZonesSchema.parse(zones).map(
      (zone): TextRow => ({
        table: 'accom_properties',
        name: zone.name,
        path: 'settings/wifi',
        own: { name: zone.name },
        translations: zone.translations,
      }),
    ),
    ...lists.types.flatMap(({ id, seasons, ...type }): TextRow[] => [
      {
        table: 'accom_room_types',
        name: type.name,
        path: `types/${id}`,
        own: { name: type.name, description: type.description },
        translations: type.translations,
      },
      ...seasons.map(
        (season): TextRow => ({
          table: 'accom_room_type_seasons',
          name: season.name,
          path: `types/${id}/seasons/${season.id}`,
          own: { name: season.name },
          translations: season.translations,
        }),
      ),
    ]),
    ...lists.categories.flatMap(({ id, items, ...category }): TextRow[] => [
      {
        table: 'accom_service_categories',
        name: category.name,
        path: `catalogue/categories/${id}`,
        own: { name: category.name, description: category.description },
        translations: category.translations,
      },
      ...items.map(
        (item): TextRow => ({
          table: 'accom_service_items',
          name: item.name,
          path: `catalogue/${item.id}`,
          own: { name: item.name, description: item.description },
          translations: item.translations,
        }),
      ),
    ]),
    ...lists.deals.map(
      (deal): TextRow => ({
        table: 'accom_local_deals',
        name: deal.title,
        path: `deals/${deal.id}`,
        own: { title: deal.title, description: deal.description, discount: deal.discount ?? '' },
        translations: deal.translations,
      }),
    ),
    ...lists.numbers.map(
      (number): TextRow => ({
        table: 'accom_useful_numbers',
        name: number.label,
        path: `numbers/${number.id}`,
        own: { label: number.label, category: number.category },
        translations: number.translations,
      }),
    ),
    ...lists.areas.map(
      (area): TextRow => ({
        table: 'areas',
        name: area.name,
        path: `areas/${area.id}`,
        own: { name: area.name },
        translations: area.translations,
      }),
    ),
    ...lists.pictures.map(
      (picture): TextRow => ({
        table: 'pictures',
        name: picture.alt,
        path: `pictures/${picture.id}`,
        own: { alt: picture.alt },
        translations: picture.translations,
      }),
    ),
  ];
  return { rows, isCut: kinds.some((kind) => kind.length >= mostOfAKind), ownLocale, version };
}
