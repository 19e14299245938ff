import type { Calendar, RoomState } from './queries';

export type BedRow = {
  kind: 'bed';
  /** The room's id and the bed's name. */
  key: string;
  roomId: string;
  bed: string;
  /** The room's number, and with the bed: `110`, `110 · B`. */
  number: string;
  name: string;
  typeId: string | null;
  isActive: boolean;
  /** What housekeeping says of it. */
  state: RoomState;
};

export type Row =
  | { kind: 'type'; key: string /** Null: the rooms without a type. */; name: string | null }
  | BedRow;

export const formatBedKey = (roomId: string, bed: string): string => `${roomId}/${bed}`;

/** The lines of the grid: each bed, below the name of its type. The rooms come in this order. */
export function listRows({ rooms, types }: Pick<Calendar, 'rooms' | 'types'>): Row[] {
  const names = new Map(types.map(({ id, name }) => [id, name]));
  const rows: Row[] = [];
  let typeId: string | null | undefined;
  for (const room of rooms) {
    if (room.typeId !== typeId) {
      typeId = room.typeId;
      rows.push({
        kind: 'type',
        key: typeId ?? 'none',
        name: typeId === null ? null : (names.get(typeId) ?? null),
      });
    }
    for (const bed of room.beds.length === 0 ? [''] : room.beds) {
      rows.push({
        kind: 'bed',
        key: formatBedKey(room.id, bed),
        roomId: room.id,
        bed,
        number: room.number,
        name: bed === '' ? room.number : `${room.number} · ${bed}`,
        typeId: room.typeId,
        isActive: room.isActive,
        state: room.dirtyBeds.includes(bed) && room.state === 'clean' ? 'dirty' : room.state,
      });
    }
  }
  return rows;
}

export const isBedRow = (row: Row | undefined): row is BedRow => row?.kind === 'bed';
