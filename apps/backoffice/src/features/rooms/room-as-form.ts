import { parseRoomRanges } from '@gudbro/domain';
import type { Room } from './queries';

/** What the form of a room would show now, by the names of its fields. */
export function roomAsForm(room: Room) {
  return {
    version: room.version,
    number: room.number,
    type: room.typeId ?? '',
    capacity: room.capacity,
    floor: room.floor ?? '',
    beds: formatBedNames(room.beds),
    wifiNetwork: room.wifiNetwork ?? '',
    wifiPassword: room.wifiPassword ?? '',
    active: room.isActive ? 'on' : '',
  };
}

/** The names of beds as an owner types them. One with a comma or a dash stands in quotes, so that it is read unchanged. */
export function formatBedNames(beds: readonly string[]): string {
  return beds.map((bed) => (/^[\p{L}\p{N} ]+$/u.test(bed) ? bed : `"${bed}"`)).join(', ');
}

/** Reads names of beds, ranges included. Null where they cannot be read. */
export function readBedNames(text: string): string[] | null {
  const read = parseRoomRanges(text);
  return read.ok && read.rooms.every(({ beds }) => beds.length === 0) && read.rooms.length <= 200
    ? read.rooms.map(({ number }) => number)
    : null;
}
