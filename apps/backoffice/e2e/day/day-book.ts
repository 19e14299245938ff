import { expect } from '@playwright/test';
import type { Desk } from '../../../stays/e2e/desk';

/** What a day is made of: bookings, orders, reports with what is said of them, and whether rooms are ready. */
const tables = [
  'accom_bookings',
  'accom_service_orders',
  'incidents',
  'incident_updates',
  'room_states',
] as const;

type Table = (typeof tables)[number];

/** What was done, when it is no step of a status. */
const columns: Record<string, string> = {
  room_id: 'moved',
  late_until: 'hours',
  arrived_at: 'arrived',
  cancellation_seen_at: 'acknowledged',
};

type Entry = Awaited<ReturnType<Desk['readHistory']>>[number];

const writeLine = (who: string, table: Table, room: number | null, what: string) =>
  `${table} ${room ?? '-'}: ${what}, by ${who}`;

/** The script's own list of all that it does, to hold the history of the place against. */
export class DayBook {
  /** Each with the lines that it may have in the history: two people may press at once, and one of them does it. */
  private readonly notes: string[][] = [];

  /** Somebody did something with the booking, order, report or state of this room. `who` is an address, or `guest`. */
  note(who: string, table: Table, room: number | null, what: string): void {
    this.noteOneOf([who], table, room, what);
  }

  noteOneOf(people: readonly string[], table: Table, room: number | null, what: string): void {
    this.notes.push(people.map((who) => writeLine(who, table, room, what)));
  }

  /** The history has each of the notes once, by whom it was, and nothing else of these kinds. */
  async expectHistory(desk: Desk, slug: string): Promise<void> {
    await expect(async () => {
      const found = (await Promise.all(tables.map((table) => readLines(desk, slug, table)))).flat();
      const noted = this.notes.map((lines) => lines.find((line) => found.includes(line)) ?? lines[0]);
      expect(found.toSorted()).toEqual(noted.toSorted());
    }).toPass();
  }
}

async function readLines(desk: Desk, slug: string, table: Table): Promise<string[]> {
  const entries = await desk.readHistory(slug, table);
  return entries.map((entry) => {
    const room = entry.name === null ? null : Number(entry.name);
    return writeLine(entry.email ?? entry.actor, table, room, describe(entry));
  });
}

function describe({ action, undoes, detail: { to = {} } }: Entry): string {
  const column = Object.keys(columns).find((name) => name in to);
  const step = to['status'] ?? to['state'] ?? (column === undefined ? '' : columns[column]);
  const done = action === 'changed' ? `${step}` : `${action} ${step}`.trim();
  return undoes === null ? done : `${done} again`;
}
