import { formatRoomLabel } from '@gudbro/domain';

/** A room, and the bed of a dormitory: `SUN-203`, `SUN-110 · B`. A stay on the shelf has none: then it is `noRoom`. */
export function formatBed(
  { shortCode }: { shortCode: string },
  { roomNumber, bed }: { roomNumber: string | null; bed: string },
  noRoom = '',
): string {
  if (roomNumber === null) {
    return noRoom;
  }
  return [formatRoomLabel(shortCode, roomNumber), bed].filter((part) => part !== '').join(' · ');
}
