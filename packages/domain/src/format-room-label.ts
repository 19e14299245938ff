/**
 * The readable name of a room, such as `BVA-203`, to tell on the phone. It is no code: it opens a room only where the
 * property has `readable_room_links` on.
 */
export function formatRoomLabel(shortCode: string, roomNumber: string): string {
  return `${shortCode}-${roomNumber}`;
}
