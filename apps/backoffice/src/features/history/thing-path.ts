/** The screens of things, by table, as parts of the place's address. The id of the row follows. */
const screens: Record<string, string> = {
  accom_rooms: 'rooms',
  accom_useful_numbers: 'numbers',
  property_members: 'members',
};

/** Where the thing of an entry is shown, or null where it has no screen or is gone. */
export function findThingPath(
  slug: string,
  { table, rowId, action }: { table: string; rowId: string | null; action: string },
): string | null {
  const screen = screens[table];
  return screen === undefined || rowId === null || action === 'removed'
    ? null
    : `/p/${slug}/${screen}/${rowId}`;
}
