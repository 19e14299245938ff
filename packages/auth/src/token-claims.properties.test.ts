import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BROWSE_CLAIMS, FULL_CLAIMS, NOW_SECONDS } from './testing/test-auth.ts';
import { readBrowseRoom, readFullGuest, readLegacyClaims, readTokenClaims } from './token-claims.ts';
import { readCurrentHeader, readLegacyHeader } from './token-header.ts';
import { isIsoDate } from './value-guards.ts';

// The same shapes written for zod, which judges our readers.
const id = z
  .string()
  .max(128)
  .regex(/^[\x21-\x7e]+$/);
const seconds = z.int().nonnegative();
const room = { propertyId: id, roomId: id, roomCode: id };
const guest = {
  propertyId: id,
  roomId: id.exactOptional(),
  roomCode: id.exactOptional(),
  checkoutDate: z.iso.date().exactOptional(),
  phoneId: id.exactOptional(),
};
const registered = { iss: z.string(), aud: z.string(), iat: seconds, nbf: seconds, exp: seconds, jti: id };
const judges: [string, (value: unknown) => unknown, z.ZodType][] = [
  ['readBrowseRoom', readBrowseRoom, z.strictObject(room)],
  [
    'readFullGuest',
    readFullGuest,
    z.union([z.strictObject({ ...guest, bookingId: id }), z.strictObject({ ...guest, sessionId: id })]),
  ],
  [
    'readTokenClaims',
    readTokenClaims,
    z.union([
      z.strictObject({ accessTier: z.literal('browse'), ...room, ...registered }),
      z.strictObject({ accessTier: z.literal('full'), ...guest, bookingId: id, ...registered }),
      z.strictObject({ accessTier: z.literal('full'), ...guest, sessionId: id, ...registered }),
    ]),
  ],
  [
    'readLegacyClaims',
    readLegacyClaims,
    z.strictObject({
      propertyId: id,
      bookingId: id,
      checkoutDate: z.iso.date(),
      exp: seconds,
      iat: seconds.exactOptional(),
      nbf: seconds.exactOptional(),
      jti: id.exactOptional(),
    }),
  ],
  [
    'readCurrentHeader',
    readCurrentHeader,
    z.strictObject({
      alg: z.string().max(16),
      kid: z.string().min(1).max(64),
      typ: z.literal('gudbro-guest+jwt'),
    }),
  ],
  ['readLegacyHeader', readLegacyHeader, z.strictObject({ alg: z.literal('HS256') })],
];

/** Valid objects of every shape; each step below takes a member away, adds one or replaces one. */
const seeds = [
  { propertyId: 'p-1', roomId: 'r-1', roomCode: 'RM-SUNSET22' },
  { propertyId: 'p-1', bookingId: 'b-1', checkoutDate: '2026-11-24' },
  { propertyId: 'p-1', sessionId: 's-1', roomId: 'r-1', phoneId: 'd-1' },
  BROWSE_CLAIMS,
  FULL_CLAIMS,
  { propertyId: 'p-1', bookingId: 'b-7', checkoutDate: '2026-11-24', exp: NOW_SECONDS },
  { alg: 'EdDSA', kid: 'k1', typ: 'gudbro-guest+jwt' },
  { alg: 'HS256' },
];
const names = [...new Set(seeds.flatMap((seed) => Object.keys(seed))), '__proto__', 'constructor', 'role'];
const values = fc.oneof(
  fc.constantFrom('browse', 'full', '2028-02-29', '2026-02-29', '', 'x'.repeat(128), 'x'.repeat(129), 'a b'),
  fc.constantFrom<unknown>(
    undefined,
    null,
    true,
    0,
    -1,
    1.5,
    Number.MAX_SAFE_INTEGER + 1,
    Number.NaN,
    [],
    {},
  ),
  fc.string(),
  fc.integer(),
);
const step = fc.tuple(fc.constantFrom('take away', 'put'), fc.constantFrom(...names), values);
const bent = fc.tuple(fc.constantFrom(...seeds), fc.array(step, { maxLength: 3 })).map(([seed, steps]) => {
  const members = new Map<string, unknown>(Object.entries(seed));
  for (const [what, name, value] of steps) {
    if (what === 'put') members.set(name, value);
    else members.delete(name);
  }
  return Object.fromEntries(members);
});
const candidate = fc.oneof({ weight: 9, arbitrary: bent }, { weight: 1, arbitrary: fc.anything() });

describe.each(judges)('%s', (_name, read, judge) => {
  it('accepts what zod accepts by the same shape, and nothing else', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(candidate, (value) => {
        const judged = judge.safeParse(value);
        expect(read(value)).toEqual(judged.success ? judged.data : undefined);
        seen[judged.success ? 'accepted' : 'refused'] += 1;
      }),
      { numRuns: 3000 },
    );
    expect(seen.accepted).toBeGreaterThan(20);
    expect(seen.refused).toBeGreaterThan(20);
  });
});

it('isIsoDate accepts the days of the calendar as zod does, and nothing else', () => {
  const digits = fc.tuple(
    fc.integer({ min: 0, max: 9999 }),
    fc.integer({ min: 0, max: 13 }),
    fc.integer({ min: 0, max: 32 }),
  );
  const day = digits.map(([year, month, date]) =>
    [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-'),
  );
  const judge = z.iso.date();
  fc.assert(
    fc.property(fc.oneof(day, fc.string()), (text) => isIsoDate(text) === judge.safeParse(text).success),
    { numRuns: 5000 },
  );
});
