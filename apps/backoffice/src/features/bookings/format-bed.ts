import { formatRoomLabel } from '@gudbro/domain';

/** A room, and the bed of a dormitory: `SUN-203`, `SUN-110 · B`. */
export function formatBed(
  { shortCode }: { shortCode: string },
  { roomNumber, bed }: { roomNumber: string; bed: string },
): string {
  return [formatRoomLabel(shortCode, roomNumber), bed].filter((part) => part !== '').join(' · ');
}
