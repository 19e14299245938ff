import type { TestDatabase } from '@gudbro/supabase-local/testing';
import type postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import {
  newClient,
  openSession,
  resolveRoom,
  unknownAccessCode,
  unknownBookingCode,
  unknownRoomCode,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import { inOneMinute } from './support/in-one-minute.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { actOn, staysServer } from './support/people.ts';
import { refusalOf } from './support/refusal.ts';

const seat = 'RM-SUNSET22';
const windows = { minute: '1 minute', day: '1 day' };

/** As if so many calls had been made in this window already. */
async function spend(
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
  ['30 misses a minute', (client) => `miss/minute:${client}`, 'minute', 30],
  ['300 misses a day', (client) => `miss/day:${client}`, 'day', 300],
  ['600 look-ups a minute', (client) => `lookup:${client}`, 'minute', 600],
];

onEachEngine('whoever guesses codes', { seed: true }, (database) => {
  it('is stopped after 30 misses of a minute, for codes that exist as well', async () => {
    await inOneMinute(database(), async () => {
      const client = newClient();
      for (let miss = 0; miss < 30; miss += 1) {
        expect(await resolveRoom(database(), unknownRoomCode, client)).toEqual({
          ok: false,
          error: 'room_not_found',
        });
      }
      expect(await resolveRoom(database(), unknownRoomCode, client)).toEqual(limited);
      expect(await resolveRoom(database(), seat, client)).toEqual(limited);
    });
  });

  it('is not stopped for rooms that are found', async () => {
    const client = newClient();
    for (let visit = 0; visit < 40; visit += 1) {
      expect(await resolveRoom(database(), seat, client)).toMatchObject({ ok: true });
    }
  });

  it('keeps nobody behind the same address from a booking’s link: it tells of no code whether it exists', async () => {
    const client = newClient();
    await spend(database(), `miss/minute:${client}`, 'minute', 30);
    await spend(database(), `miss/day:${client}`, 'day', 300);
    expect(await verifyBooking(database(), 'BK-GUEST2', 'Johnson', client)).toMatchObject({ ok: true });
    await spend(database(), `verify:${client}`, 'minute', 60);
    await spend(database(), `verify:BK-BED222:${client}`, 'minute', 5);
    for (const code of ['BK-GUEST2', 'BK-BED222', unknownBookingCode]) {
      expect(await verifyBooking(database(), code, 'Johnson', client)).toEqual(limited);
    }
  });

  it('leaves everybody else alone', async () => {
    const client = newClient();
    await spend(database(), `miss/day:${client}`, 'day', 300);
    expect(await resolveRoom(database(), seat, client)).toEqual(limited);
    expect(await resolveRoom(database(), seat, newClient())).toMatchObject({ ok: true });
  });

  it('spends the misses of looking up on verifying and on sessions too', async () => {
    await inOneMinute(database(), async () => {
      const client = newClient();
      await spend(database(), `miss/minute:${client}`, 'minute', 29);
      expect(await openSession(database(), unknownAccessCode, client)).toEqual({
        ok: false,
        error: 'verification_failed',
      });
      expect(await openSession(database(), 'WAKE-UP23', client)).toEqual(limited);
      expect(await verifyRoom(database(), seat, { lastName: 'Johnson' }, client)).toEqual(limited);
      expect(await resolveRoom(database(), seat, client)).toEqual(limited);
    });
  });

  describe.each(limits)('%s', (_, keyOf, window, limit) => {
    it('lets the last one through and not the next', async () => {
      await inOneMinute(database(), async () => {
        const client = newClient();
        await spend(database(), keyOf(client), window, limit - 1);
        expect(await resolveRoom(database(), unknownRoomCode, client)).toMatchObject({
          error: 'room_not_found',
        });
        expect(await resolveRoom(database(), unknownRoomCode, client)).toEqual(limited);
      });
    });

    it('answers a code that exists and one that does not alike', async () => {
      await inOneMinute(database(), async () => {
        const client = newClient();
        await spend(database(), keyOf(client), window, limit);
        const known = await resolveRoom(database(), seat, client);
        const unknown = await resolveRoom(database(), unknownRoomCode, client);
        expect(Object.keys(known)).toEqual(Object.keys(unknown));
        expect(known).toEqual(limited);
        expect(unknown).toEqual(limited);
      });
    });

    it('says how long to wait, and the next window is free', async () => {
      await inOneMinute(database(), async () => {
        const client = newClient();
        await spend(database(), keyOf(client), window, limit);
        const { retryAfterSeconds } = await resolveRoom(database(), seat, client);
        expect(retryAfterSeconds).toBeGreaterThan(0);
        expect(retryAfterSeconds).toBeLessThanOrEqual(window === 'day' ? 86_400 : 60);
        await database().sql(
          `update public.rate_limits set window_start = window_start - $2::interval where key = $1`,
          [keyOf(client), windows[window]],
        );
        expect(await resolveRoom(database(), seat, client)).toMatchObject({ ok: true });
      });
    });
  });

  it.each([
    ['5 a minute for one room', (client: string) => `verify:${seat}:${client}`, 5],
    ['60 a minute for all rooms', (client: string) => `verify:${client}`, 60],
  ])('verifies %s, right answers included', async (_, keyOf, limit) => {
    await inOneMinute(database(), async () => {
      const client = newClient();
      await spend(database(), keyOf(client), 'minute', limit - 1);
      expect(await verifyRoom(database(), seat, { lastName: 'Johnson' }, client)).toMatchObject({ ok: true });
      expect(await verifyRoom(database(), seat, { lastName: 'Johnson' }, client)).toEqual(limited);
      expect(await verifyRoom(database(), seat, { lastName: 'Johnson' })).toMatchObject({ ok: true });
    });
  });

  it('keeps one room’s verifications from spending another’s', async () => {
    await inOneMinute(database(), async () => {
      const client = newClient();
      await spend(database(), `verify:${seat}:${client}`, 'minute', 5);
      expect(await verifyRoom(database(), 'RM-DRM23456', { lastName: 'obrien' }, client)).toMatchObject({
        ok: true,
      });
    });
  });

  it('keeps what a refused attempt spent: nothing is raised, so nothing is undone', async () => {
    const client = newClient();
    await resolveRoom(database(), unknownRoomCode, client);
    await verifyRoom(database(), seat, { lastName: 'wrong' }, client);
    const spent = await database().sql<{ key: string; hits: number }>(
      `select split_part(key, $1, 1) as key, hits from public.rate_limits where key like '%' || $1 order by 1`,
      [client],
    );
    expect(spent).toEqual([
      { key: 'lookup:', hits: 1 },
      { key: 'miss/day:', hits: 1 },
      { key: 'miss/minute:', hits: 1 },
      { key: 'verify:', hits: 1 },
      { key: `verify:${seat}:`, hits: 1 },
    ]);
    const [attempt] = await database().sql('select failures from public.access_attempts where code = $1', [
      seat,
    ]);
    expect(attempt).toEqual({ failures: 1 });
  });

  it.each([
    ['none', null],
    ['an empty one', ''],
    ['one too short to be a hash', 'short'],
    ['one too long to be a key', 'x'.repeat(129)],
  ])('is refused without a client worth counting: %s', async (_, client) => {
    const refusal = await refusalOf(resolveRoom(database(), seat, client));
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

onNativePostgres('a limited call', { seed: true }, (database) => {
  interface Cost {
    buffers: number;
    wrote: boolean;
  }

  /** Always on the same connection, whose caches are warm, so that only the calls are compared. */
  async function readCost(connection: postgres.Sql, call: string): Promise<Cost> {
    return actOn(connection, staysServer, async (sql) => {
      const [row] = await sql.unsafe<{ 'QUERY PLAN': { Plan: Plan }[] }[]>(
        `explain (analyze, buffers, format json) ${call}`,
      );
      const plan = row?.['QUERY PLAN'][0]?.Plan;
      if (plan === undefined) throw new Error('explain gives a plan');
      // Whoever writes a row, or only locks one, has a transaction id from then on.
      const [transaction] = await sql`select pg_current_xact_id_if_assigned() is not null as wrote`;
      return {
        buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
        wrote: transaction?.['wrote'] === true,
      };
    });
  }

  const resolve = (client: string) => `select public.resolve_room_access('${seat}', '${client}')`;
  const verify = (client: string) =>
    `select public.verify_room_access('${seat}', '{"lastName": "wrong"}', '${client}')`;
  const misses = (client: string) => `miss/day:${client}`;

  it.each([
    ['looking up after too many misses', resolve, misses, 'day', 300],
    ['looking up too often', resolve, (client: string) => `lookup:${client}`, 'minute', 600],
    ['verifying after too many misses', verify, misses, 'day', 300],
    ['verifying one room too often', verify, (client: string) => `verify:${seat}:${client}`, 'minute', 5],
    ['verifying too often', verify, (client: string) => `verify:${client}`, 'minute', 60],
  ] as const)(
    'costs less than an allowed one, and writes nothing: %s',
    async (_, callOf, keyOf, window, limit) => {
      await inOneMinute(database(), async () => {
        const connection = database().connect();
        const client = newClient();
        for (let warm = 0; warm < 6; warm += 1) await readCost(connection, callOf(newClient()));
        const allowed = await readCost(connection, callOf(newClient()));
        await spend(database(), keyOf(client), window, limit);
        await readCost(connection, callOf(client));
        const limitedCost = await readCost(connection, callOf(client));
        expect(allowed.wrote).toBe(true);
        expect(limitedCost.wrote).toBe(false);
        expect(limitedCost.buffers).toBeLessThan(allowed.buffers);
        await database().sql('delete from public.access_attempts');
      });
    },
  );

  it('stops a burst from one address exactly at its limit', async () => {
    await inOneMinute(database(), async () => {
      const client = newClient();
      const bursts = Array.from({ length: 60 }, () => resolveRoom(database(), unknownRoomCode, client));
      const outcomes = await Promise.all(bursts);
      expect(outcomes.filter(({ error }) => error === 'room_not_found')).toHaveLength(30);
      expect(outcomes.filter(({ error }) => error === 'rate_limited')).toHaveLength(30);
    });
  });
});
