/** A name for support calls, such as `BVA-203`. It finds a room in the backoffice; it opens nothing. */
export function formatRoomLabel(shortCode: string, roomNumber: string): string {
  return `${shortCode}-${roomNumber}`;
}
