import { toDayNumber } from '@/shell/days/days';
import type { Block, PastRoom, Stay } from './queries';
import { type BedRow, formatBedKey } from './rows';

type Span = {
  key: string;
  /** Days since 1970. */
  from: number;
  to: number;
};

/** A bar of the grid: who or what has a bed, from the noon of one day to the noon of another. */
export type Bar = Span &
  ({ kind: 'stay'; stay: Stay } | { kind: 'past'; stay: Stay } | { kind: 'block'; block: Block });

export type Things = {
  stays: readonly Stay[];
  pastRooms: readonly PastRoom[];
  blocks: readonly Block[];
};

// A bar is made once for what it shows, so that it is rendered once: a reading of other days changes nothing of it.
const made = new WeakMap<object, Bar>();

function remember(thing: object, make: () => Bar): Bar {
  const bar = made.get(thing) ?? make();
  made.set(thing, bar);
  return bar;
}

const span = (key: string, from: string, to: string): Span => ({
  key,
  from: toDayNumber(from),
  to: toDayNumber(to),
});

/** The bars of each bed, by the bed's key, in the order of their days. */
export function placeBars({ stays, pastRooms, blocks }: Things, beds: readonly BedRow[]): Map<string, Bar[]> {
  const bars = new Map<string, Bar[]>(beds.map(({ key }) => [key, []]));
  for (const stay of stays) {
    if (stay.roomId !== null) {
      const bar = remember(stay, () => ({ ...span(stay.id, stay.roomFrom, stay.to), kind: 'stay', stay }));
      bars.get(formatBedKey(stay.roomId, stay.bed))?.push(bar);
    }
  }
  const byId = new Map(pastRooms.length === 0 ? [] : stays.map((stay) => [stay.id, stay]));
  for (const past of pastRooms) {
    const stay = byId.get(past.bookingId);
    if (stay !== undefined && past.from < past.to) {
      bars
        .get(formatBedKey(past.roomId, past.bed))
        ?.push({ ...span(past.id, past.from, past.to), kind: 'past', stay });
    }
  }
  for (const block of blocks) {
    const bar = remember(block, () => ({ ...span(block.id, block.from, block.to), kind: 'block', block }));
    for (const { key } of beds.filter((bed) => isOfBed(block, bed))) {
      bars.get(key)?.push(bar);
    }
  }
  for (const own of bars.values()) {
    own.sort((a, b) => a.from - b.from);
  }
  return bars;
}

/** The bars as they are now, with the very lists of before where a bed has the same. */
export function keepUnchanged(
  before: ReadonlyMap<string, readonly Bar[]>,
  now: ReadonlyMap<string, readonly Bar[]>,
): Map<string, readonly Bar[]> {
  return new Map(
    [...now].map(([key, bars]) => {
      const old = before.get(key);
      const isSame = old?.length === bars.length && bars.every((bar, index) => bar === old[index]);
      return [key, isSame ? old : bars];
    }),
  );
}

/** Whether a block closes this bed. One without a bed closes the whole room. */
export function isOfBed(block: Block, { roomId, bed }: { roomId: string; bed: string }): boolean {
  return block.roomId === roomId && (block.bed === null || block.bed === bed);
}

/** The bar that has a bed in the night of a day. Of two, not the one that was checked out: its nights can be booked again. */
export function findBarAt(bars: readonly Bar[] | undefined, day: number): Bar | undefined {
  const there = bars?.filter(({ from, to }) => from <= day && day < Math.max(to, from + 1)) ?? [];
  return there.find((bar) => bar.kind !== 'stay' || bar.stay.status !== 'checked_out') ?? there[0];
}

/** The days around a free one in which a bed is free, within these limits. `to` is not among them. */
export function findGap(
  bars: readonly Bar[] | undefined,
  day: number,
  limits: { from: number; to: number },
): { from: number; to: number } {
  let { from, to } = limits;
  for (const bar of bars ?? []) {
    if (bar.from > day) {
      to = Math.min(to, bar.from);
    } else {
      from = Math.max(from, Math.max(bar.to, bar.from + 1));
    }
  }
  return { from, to };
}
