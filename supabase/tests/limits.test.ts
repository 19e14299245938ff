import { runWithinOneMinute, type TestDatabase } from '@gudbro/supabase-local/testing';
import type postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  makeClient,
  openSession,
  resolveRoom,
  unknownAccessCode,
  unknownBookingCode,
  unknownRoomCode,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { runOnConnection, staysServer } from './support/people.ts';

const knownRoomCode = 'RM-SUNSET22';
const windows = { minute: '1 minute', day: '1 day' };

/** Sets the count of this window. */
async function setHits(
  database: TestDatabase,
  key: string,
  window: keyof typeof windows,
  hits: number,
): Promise<void> {
  await database.sql(
    `insert into public.rate_limits (key, window_start, hits) values ($1, date_bin($2::interval, now(), 'epoch'), $3)
     on conflict (key, window_start) do update set hits = excluded.hits`,
    [key, windows[window], hits],
  );
}

const limited = {
  ok: false,
  error: 'rate_limited',
  locked: false,
  retryAfterSeconds: expect.any(Number),
};

const limits: [string, (client: string) => string, keyof typeof windows, number][] = [
  ['the limit of 30 misses a minute', (client) => `miss/minute:${client}`, 'minute', 30],
  ['the limit of 300 misses a day', (client) => `miss/day:${client}`, 'day', 300],
  ['the limit of 600 look-ups a minute', (client) => `lookup:${client}`, 'minute', 600],
];

onEachEngine('limits on guest calls', { seed: true }, (database) => {
  it('a client with 30 misses in a minute is refused for unknown and for existing room codes', async () => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      for (let miss = 0; miss < 30; miss += 1) {
        expect(await resolveRoom(database(), unknownRoomCode, client)).toEqual({
          ok: false,
          error: 'room_not_found',
        });
      }
      expect(await resolveRoom(database(), unknownRoomCode, client)).toEqual(limited);
      expect(await resolveRoom(database(), knownRoomCode, client)).toEqual(limited);
    });
  });

  it('a client that looks up 40 existing rooms is not limited', async () => {
    const client = makeClient();
    for (let visit = 0; visit < 40; visit += 1) {
      expect(await resolveRoom(database(), knownRoomCode, client)).toMatchObject({ ok: true });
    }
  });

  it('misses do not limit booking links, and the limits of verifying refuse existing and unknown booking codes alike', async () => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      await setHits(database(), `miss/minute:${client}`, 'minute', 30);
      await setHits(database(), `miss/day:${client}`, 'day', 300);
      expect(await verifyBooking(database(), 'BK-GUEST2', 'Johnson', client)).toMatchObject({ ok: true });
      await setHits(database(), `verify:${client}`, 'minute', 60);
      await setHits(database(), `verify:BK-BED222:${client}`, 'minute', 5);
      for (const code of ['BK-GUEST2', 'BK-BED222', unknownBookingCode]) {
        expect(await verifyBooking(database(), code, 'Johnson', client)).toEqual(limited);
      }
    });
  });

  it('a limited client does not limit another client', async () => {
    const client = makeClient();
    await setHits(database(), `miss/day:${client}`, 'day', 300);
    expect(await resolveRoom(database(), knownRoomCode, client)).toEqual(limited);
    expect(await resolveRoom(database(), knownRoomCode, makeClient())).toMatchObject({ ok: true });
  });

  it('misses of access codes, room codes and verifications count together', async () => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      await setHits(database(), `miss/minute:${client}`, 'minute', 29);
      expect(await openSession(database(), unknownAccessCode, client)).toEqual({
        ok: false,
        error: 'verification_failed',
      });
      expect(await openSession(database(), 'WAKE-UP23', client)).toEqual(limited);
      expect(await verifyRoom(database(), knownRoomCode, { lastName: 'Johnson' }, client)).toEqual(limited);
      expect(await resolveRoom(database(), knownRoomCode, client)).toEqual(limited);
    });
  });

  describe.each(limits)('%s', (name, keyOf, window, limit) => {
    it(`${name} lets its last call through and refuses the next`, async () => {
      await runWithinOneMinute(database(), async () => {
        const client = makeClient();
        await setHits(database(), keyOf(client), window, limit - 1);
        expect(await resolveRoom(database(), unknownRoomCode, client)).toMatchObject({
          error: 'room_not_found',
        });
        expect(await resolveRoom(database(), unknownRoomCode, client)).toEqual(limited);
      });
    });

    it(`${name} refuses an existing code and an unknown code alike`, async () => {
      await runWithinOneMinute(database(), async () => {
        const client = makeClient();
        await setHits(database(), keyOf(client), window, limit);
        const known = await resolveRoom(database(), knownRoomCode, client);
        const unknown = await resolveRoom(database(), unknownRoomCode, client);
        expect(Object.keys(known)).toEqual(Object.keys(unknown));
        expect(known).toEqual(limited);
        expect(unknown).toEqual(limited);
      });
    });

    it(`${name} says how long to wait, and allows calls in the next window`, async () => {
      await runWithinOneMinute(database(), async () => {
        const client = makeClient();
        await setHits(database(), keyOf(client), window, limit);
        const { retryAfterSeconds } = await resolveRoom(database(), knownRoomCode, client);
        expect(retryAfterSeconds).toBeGreaterThan(0);
        expect(retryAfterSeconds).toBeLessThanOrEqual(window === 'day' ? 86_400 : 60);
        await database().sql(
          `update public.rate_limits set window_start = window_start - $2::interval where key = $1`,
          [keyOf(client), windows[window]],
        );
        expect(await resolveRoom(database(), knownRoomCode, client)).toMatchObject({ ok: true });
      });
    });
  });

  it.each([
    ['5 a minute for one room', (client: string) => `verify:${knownRoomCode}:${client}`, 5],
    ['60 a minute for all rooms', (client: string) => `verify:${client}`, 60],
  ])('a client may verify %s, right answers included', async (_, keyOf, limit) => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      await setHits(database(), keyOf(client), 'minute', limit - 1);
      expect(await verifyRoom(database(), knownRoomCode, { lastName: 'Johnson' }, client)).toMatchObject({
        ok: true,
      });
      expect(await verifyRoom(database(), knownRoomCode, { lastName: 'Johnson' }, client)).toEqual(limited);
      expect(await verifyRoom(database(), knownRoomCode, { lastName: 'Johnson' })).toMatchObject({
        ok: true,
      });
    });
  });

  it('verifying one room up to its limit leaves another room open', async () => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      await setHits(database(), `verify:${knownRoomCode}:${client}`, 'minute', 5);
      expect(await verifyRoom(database(), 'RM-DRM23456', { lastName: 'obrien' }, client)).toMatchObject({
        ok: true,
      });
    });
  });

  it('the counts of a refused attempt are stored, since guest functions do not raise', async () => {
    const client = makeClient();
    await resolveRoom(database(), unknownRoomCode, client);
    await verifyRoom(database(), knownRoomCode, { lastName: 'wrong' }, client);
    const spent = await database().sql<{ key: string; hits: number }>(
      `select split_part(key, $1, 1) as key, hits from public.rate_limits where key like '%' || $1 order by 1`,
      [client],
    );
    expect(spent).toEqual([
      { key: 'lookup:', hits: 1 },
      { key: 'miss/day:', hits: 1 },
      { key: 'miss/minute:', hits: 1 },
      { key: 'verify:', hits: 1 },
      { key: `verify:${knownRoomCode}:`, hits: 1 },
    ]);
    const attempts = await database().sql(
      'select failures, failures_of_day from public.access_attempts where code = $1',
      [knownRoomCode],
    );
    const one = { failures: 1, failures_of_day: 1 };
    expect(attempts).toEqual([one, one]);
  });

  it.each([
    ['none', null],
    ['an empty text', ''],
    ['a text too short for a hash', 'short'],
    ['a text too long for a key', 'x'.repeat(129)],
  ])('resolve_room_access raises client_is_missing when the client is %s', async (_, client) => {
    const refusal = await catchDatabaseError(resolveRoom(database(), knownRoomCode, client));
    expect(refusal).toEqual({
      code: 'PT400',
      message: 'invalid_request',
      detail: { reason: 'client_is_missing' },
    });
  });
});

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

onNativePostgres('the cost of a limited call', { seed: true }, (database) => {
  interface Cost {
    buffers: number;
    wrote: boolean;
  }

  /** Uses one connection with warm caches, so that only the calls are compared. */
  async function readCost(connection: postgres.Sql, call: string): Promise<Cost> {
    return runOnConnection(connection, staysServer, async (sql) => {
      const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `explain (analyze, buffers, format json) ${call}`,
      );
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      if (plan === undefined) throw new Error('explain gives a plan');
      // A transaction that wrote or locked a row has a transaction id.
      const [transaction] = await sql`select pg_current_xact_id_if_assigned() is not null as wrote`;
      return {
        buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
        wrote: transaction?.['wrote'] === true,
      };
    });
  }

  const resolve = (client: string) => `select public.resolve_room_access('${knownRoomCode}', '${client}')`;
  const verify = (client: string) =>
    `select public.verify_room_access('${knownRoomCode}', '{"lastName": "wrong"}', '${client}')`;
  const misses = (client: string) => `miss/day:${client}`;

  it.each([
    ['a look-up after too many misses', resolve, misses, 'day', 300],
    ['one look-up too many', resolve, (client: string) => `lookup:${client}`, 'minute', 600],
    ['a verification after too many misses', verify, misses, 'day', 300],
    [
      'one verification too many of one room',
      verify,
      (client: string) => `verify:${knownRoomCode}:${client}`,
      'minute',
      5,
    ],
    ['one verification too many', verify, (client: string) => `verify:${client}`, 'minute', 60],
  ] as const)(
    '%s reads less than an allowed call and writes nothing',
    async (_, callOf, keyOf, window, limit) => {
      await runWithinOneMinute(database(), async () => {
        const connection = database().connect();
        const client = makeClient();
        for (let warm = 0; warm < 6; warm += 1) await readCost(connection, callOf(makeClient()));
        const allowed = await readCost(connection, callOf(makeClient()));
        await setHits(database(), keyOf(client), window, limit);
        await readCost(connection, callOf(client));
        const limitedCost = await readCost(connection, callOf(client));
        expect(allowed.wrote).toBe(true);
        expect(limitedCost.wrote).toBe(false);
        expect(limitedCost.buffers).toBeLessThan(allowed.buffers);
        await database().sql('delete from public.access_attempts');
      });
    },
  );

  it('of 60 misses of one client at the same time exactly 30 are let through', async () => {
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      const bursts = Array.from({ length: 60 }, () => resolveRoom(database(), unknownRoomCode, client));
      const outcomes = await Promise.all(bursts);
      expect(outcomes.filter(({ error }) => error === 'room_not_found')).toHaveLength(30);
      expect(outcomes.filter(({ error }) => error === 'rate_limited')).toHaveLength(30);
    });
  });
});
