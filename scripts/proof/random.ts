/** Numbers that look random and are the same for the same seed, so that a run can be repeated. */
export type Random = {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number from 0 to below `limit`. */
  below: (limit: number) => number;
  pick: <T>(values: readonly T[]) => T;
  isWithin: (share: number) => boolean;
};

/** The generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    next,
    below,
    pick: (values) => {
      if (values.length === 0) {
        throw new TypeError('There is nothing to pick from.');
      }
      // The position is within the list, so there is a value.
      return values[below(values.length)] as (typeof values)[number];
    },
    isWithin: (share) => next() < share,
  };
}
