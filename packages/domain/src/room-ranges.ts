import { countRange, expandRange } from './expand-range.ts';

/** How many rooms one call of `add_rooms` makes at most. */
export const maxRoomsAtOnce = 500;
/** How many beds a room has at most, as in the database. */
export const maxBedsInRoom = 200;
/** How long a room number or a bed's name is at most. */
const maxNameLength = 40;

/** A room as an owner typed it. Without beds it is a private room, which is booked as a whole. */
export type TypedRoom = { number: string; beds: string[] };

export type RoomRangeProblem = {
  /** The part of the text that cannot be read. */
  part: string;
  reason:
    | 'backwards'
    | 'bedsMissing'
    | 'differentBeds'
    | 'nameTooLong'
    | 'roomMissing'
    | 'tooManyBeds'
    | 'tooManyRooms'
    | 'unclosedQuote'
    | 'unevenZeros';
};

export type RoomRanges =
  /** `repeated` are the numbers that were typed more than once; each is one room. */
  { ok: true; rooms: TypedRoom[]; repeated: string[] } | { ok: false; problems: RoomRangeProblem[] };

/**
 * Reads room numbers as an owner types them. Parts are separated by commas, semicolons or lines. A part is a number or name
 * (`7`, `Garden`), or a range of them with any dash (`101–112`, `A1-A6`, `001-012`, `12A-12D`). Beds of a dorm follow a colon
 * (`D1: 1-8`), or an × and their count (`D1-D3 x 8`). A name in double quotes is taken as it is (`"12-3"`).
 *
 * @example parseRoomRanges('101-103, D1: 1-4') // { ok: true, rooms: [{ number: '101', beds: [] }, …], repeated: [] }
 */
export function parseRoomRanges(text: string): RoomRanges {
  const rooms = new Map<string, TypedRoom>();
  const repeated = new Set<string>();
  const problems: RoomRangeProblem[] = [];
  for (const part of splitParts(text)) {
    const read = readPart(part, maxRoomsAtOnce - rooms.size);
    if ('reason' in read) {
      problems.push({ part, reason: read.reason });
      // Whatever follows would be too many as well.
      if (read.reason === 'tooManyRooms') break;
      continue;
    }
    for (const room of read) {
      const earlier = rooms.get(room.number);
      if (earlier === undefined) {
        rooms.set(room.number, room);
      } else if (earlier.beds.join('\n') === room.beds.join('\n')) {
        repeated.add(room.number);
      } else {
        problems.push({ part, reason: 'differentBeds' });
        break;
      }
    }
  }
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, rooms: [...rooms.values()], repeated: [...repeated] };
}

/** The parts of the text; what is in quotes belongs together. NFKC makes the digits of a Japanese keyboard our digits. */
function splitParts(text: string): string[] {
  const parts = text.normalize('NFKC').match(/(?:"[^"\n]*"|[^,;、\n])+/gu) ?? [];
  return parts.map((part) => part.replaceAll(/\s+/gu, ' ').trim()).filter((part) => part !== '');
}

type Refusal = { reason: RoomRangeProblem['reason'] };

function readPart(part: string, roomsLeft: number): TypedRoom[] | Refusal {
  if ((part.split('"').length - 1) % 2 === 1) return { reason: 'unclosedQuote' };
  const { left, beds: typedBeds } = splitBeds(part);
  if (left === '') return { reason: 'roomMissing' };
  const beds = readBeds(typedBeds);
  if (!Array.isArray(beds)) return beds;
  const numbers = readNames(left, roomsLeft, 'tooManyRooms');
  return Array.isArray(numbers) ? numbers.map((number) => ({ number, beds })) : numbers;
}

/** Splits a part at its colon, or at an × before a count. Beds by count are the beds from 1. */
function splitBeds(part: string): { left: string; beds: string | null } {
  const [, named, list] = /^("[^"]*"|[^":]*):(.*)$/su.exec(part) ?? [];
  if (named !== undefined && list !== undefined) return { left: named.trim(), beds: list.trim() };
  const [, counted, count] = /^(.*[\s"])[x×*]\s*(\d{1,9})$/isu.exec(part) ?? [];
  if (counted !== undefined && count !== undefined) return { left: counted.trim(), beds: `1-${count}` };
  return { left: part, beds: null };
}

function readBeds(typed: string | null): string[] | Refusal {
  if (typed === null) return [];
  const words = typed.replace(/\s*(\p{Dash})\s*/gu, '$1').match(/"[^"]*"|[^\s"]+/gu) ?? [];
  const beds = new Set<string>();
  for (const word of words) {
    const names = readNames(word, maxBedsInRoom - beds.size, 'tooManyBeds');
    if (!Array.isArray(names)) return names;
    for (const name of names) beds.add(name);
  }
  return beds.size > 0 ? [...beds] : { reason: 'bedsMissing' };
}

/** The names of a range, or the one name that is no range. */
function readNames(
  typed: string,
  limit: number,
  tooMany: 'tooManyBeds' | 'tooManyRooms',
): string[] | Refusal {
  if (typed.length > 3 * maxNameLength) return { reason: 'nameTooLong' };
  const [, quoted] = /^"([^"]*)"$/u.exec(typed) ?? [];
  const range = quoted === undefined ? countRange(typed) : null;
  if (range !== null && !range.ok) return { reason: range.reason };
  if ((range?.count ?? 1) > limit) return { reason: tooMany };
  const names = range === null ? [(quoted ?? typed).trim()] : expandRange(range);
  if (names.includes('')) return { reason: tooMany === 'tooManyRooms' ? 'roomMissing' : 'bedsMissing' };
  return names.some((name) => name.length > maxNameLength) ? { reason: 'nameTooLong' } : names;
}
