/** Where the things of each table are shown, as parts of the place's address. `{id}` stands for the id of the row. */
const screens: Record<string, string> = {
  accom_properties: 'settings',
  accom_rooms: 'rooms/{id}',
  accom_room_types: 'types/{id}',
  accom_service_categories: 'catalogue/categories/{id}',
  accom_service_items: 'catalogue/{id}',
  accom_local_deals: 'deals/{id}',
  accom_useful_numbers: 'numbers/{id}',
  areas: 'areas/{id}',
  pictures: 'pictures/{id}',
  print_jobs: 'sheets/register',
  signs: 'sheets/register/{id}',
  walks: 'sheets/walk',
  invitations: 'members',
  property_members: 'members/{id}',
};

const removals = new Set(['removed', 'picture_removed']);

/** Where the thing of an entry is shown, or null where it has no screen or is gone. */
export function findThingPath(
  slug: string,
  { table, rowId, action }: { table: string; rowId: string | null; action: string },
): string | null {
  const screen = screens[table];
  return screen === undefined || rowId === null || removals.has(action)
    ? null
    : `/p/${slug}/${screen.replace('{id}', rowId)}`;
}
