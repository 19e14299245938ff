import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { type Outcome, unknownBookingCode, verifyBooking, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Room } from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { queryAs, runOnConnection, signUpMember, staysServer } from './support/people.ts';

const wrong = { lastName: 'wrong' };
const right = { lastName: 'Johnson' };

async function makeStay(database: TestDatabase): Promise<Room> {
  const room = await makeRoom(database, await makeProperty(database));
  await makeBooking(database, room);
  return room;
}

/** Sends ten wrong answers, each from another address, so that only the lock can refuse them. */
async function failTenTimes(database: TestDatabase, code: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let attempt = 0; attempt < 10; attempt += 1) outcomes.push(await verifyRoom(database, code, wrong));
  return outcomes;
}

/** Moves the end of the lock into the past. */
async function endLock(database: TestDatabase, subject: string): Promise<void> {
  await database.sql(
    `update public.access_attempts set locked_until = now() - interval '1 second' where code = $1`,
    [subject],
  );
}

onEachEngine('wrong answers in a row', {}, (database) => {
  it('a room that asks for nothing is never locked', async () => {
    const room = await makeRoom(database(), await makeProperty(database(), { type: 'villa' }));
    for (let attempt = 0; attempt < 12; attempt += 1) {
      expect(await verifyRoom(database(), room.room_code, {})).toEqual({
        ok: false,
        error: 'verification_failed',
      });
    }
    await makeBooking(database(), room);
    expect(await verifyRoom(database(), room.room_code, {})).toMatchObject({ ok: true });
  });

  it('each wrong answer lowers triesLeft, and after the tenth even the right answer is refused', async () => {
    const { room_code } = await makeStay(database());
    const outcomes = await failTenTimes(database(), room_code);
    expect(outcomes.map(({ triesLeft }) => triesLeft)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(outcomes.at(-1)).toEqual({
      ok: false,
      error: 'verification_failed',
      triesLeft: 0,
      retryAfterSeconds: 900,
    });
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({
      error: 'rate_limited',
      locked: true,
    });
  });

  it('the lock doubles from 15 minutes up to one day', async () => {
    const { room_code } = await makeStay(database());
    const seconds: unknown[] = [];
    for (let lock = 0; lock < 10; lock += 1) {
      seconds.push((await failTenTimes(database(), room_code)).at(-1)?.['retryAfterSeconds']);
      await endLock(database(), room_code);
    }
    const minutes = [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440];
    expect(seconds).toEqual(minutes.map((minute) => minute * 60));
  });

  it('the right answer verifies again after the lock has ended', async () => {
    const { room_code } = await makeStay(database());
    await failTenTimes(database(), room_code);
    await endLock(database(), room_code);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
  });

  it('a right answer resets the count of wrong answers', async () => {
    const { room_code } = await makeStay(database());
    for (let attempt = 0; attempt < 9; attempt += 1) await verifyRoom(database(), room_code, wrong);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
    expect(await verifyRoom(database(), room_code, wrong)).toMatchObject({ triesLeft: 9 });
  });

  it.each([
    ['a dorm who guesses a neighbour’s name', 'hostel', { beds: ['1', '2'] }, [{ bed: '1' }, { bed: '2' }]],
    [
      'a room on turnover day',
      'hotel',
      {},
      [
        { from: -2, to: 0 },
        { from: 0, to: 2 },
      ],
    ],
  ])(
    'right answers stop resetting the count after five times for a guest of %s',
    async (_, type, columns, stays) => {
      const property = await makeProperty(database(), { type });
      const room = await makeRoom(database(), property, columns);
      const { room_code } = room;
      const [own = {}, neighbour = {}] = stays;
      await makeBooking(database(), room, own);
      await makeBooking(database(), room, { ...neighbour, guest_last_name: 'Silva' });
      let guesses = 0;
      for (let round = 0; round < 12; round += 1) {
        for (let attempt = 0; attempt < 9; attempt += 1) {
          const outcome = await verifyRoom(database(), room_code, wrong);
          guesses += outcome['error'] === 'verification_failed' ? 1 : 0;
        }
        await verifyRoom(database(), room_code, right);
      }
      expect(guesses).toBeLessThanOrEqual(5 * 9 + 10);
      expect(await verifyRoom(database(), room_code, right)).toMatchObject({ locked: true });
    },
  );

  it('a guest who mistypes five times, each time before a right answer, has all tries again', async () => {
    const { room_code } = await makeStay(database());
    for (let round = 0; round < 5; round += 1) {
      await verifyRoom(database(), room_code, wrong);
      await verifyRoom(database(), room_code, right);
    }
    for (let round = 0; round < 20; round += 1) {
      expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
    }
    expect(await verifyRoom(database(), room_code, wrong)).toMatchObject({ triesLeft: 9 });
  });

  it('the lock of one room does not lock another room', async () => {
    const { room_code } = await makeStay(database());
    const neighbour = await makeStay(database());
    await failTenTimes(database(), room_code);
    expect(await verifyRoom(database(), neighbour.room_code, right)).toMatchObject({ ok: true });
  });

  it('the desk can lift the lock of a room, and the log names who did it', async () => {
    const room = await makeStay(database());
    const staff = await signUpMember(database(), room.property_id, 'staff');
    await failTenTimes(database(), room.room_code);
    await queryAs(database(), staff, 'select public.lift_room_lock($1)', [room.id]);
    expect(await verifyRoom(database(), room.room_code, right)).toMatchObject({ ok: true });
    const log = await database().sql(
      `select account_id from public.audit_log where action = 'room_lock_lifted' and row_id = $1`,
      [room.id],
    );
    expect(log).toEqual([{ account_id: staff.accountId }]);
  });

  it('an existing and an unknown booking code are locked in the same way, and the desk can lift the lock', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    const booking = await makeBooking(database(), room);
    const tryElevenTimes = async (code: string) => {
      const outcomes: Outcome[] = [];
      for (let attempt = 0; attempt < 11; attempt += 1)
        outcomes.push(await verifyBooking(database(), code, 'wrong'));
      return outcomes;
    };
    const known = await tryElevenTimes(booking.booking_code);
    expect(known.at(-1)).toMatchObject({ error: 'rate_limited', locked: true });
    expect(await tryElevenTimes(unknownBookingCode)).toEqual(
      known.map((outcome) =>
        outcome['locked'] === true ? { ...outcome, retryAfterSeconds: expect.any(Number) } : outcome,
      ),
    );
    const staff = await signUpMember(database(), room.property_id, 'staff');
    await queryAs(database(), staff, 'select public.lift_booking_lock($1)', [booking.id]);
    expect(await verifyBooking(database(), booking.booking_code, 'johnson')).toMatchObject({ ok: true });
  });
});

onNativePostgres('wrong answers at the same time', {}, (database) => {
  it('of 100 wrong answers at the same time ten are checked and 90 are locked out', async () => {
    const { room_code } = await makeStay(database());
    const connections = database().connect({ max: 50 });
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const [row] = await runOnConnection(
          connections,
          staysServer,
          (sql) => sql<{ outcome: Outcome }[]>`
            select public.verify_room_access(${room_code}, '{"lastName": "wrong"}', ${`address-of-caller-${index}`}) as outcome`,
        );
        return row?.outcome;
      }),
    );
    const heard = outcomes.filter((outcome) => outcome?.['error'] === 'verification_failed');
    expect(heard.map((outcome) => outcome?.['triesLeft']).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(outcomes.filter((outcome) => outcome?.['locked'] === true)).toHaveLength(90);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ locked: true });
    const [attempt] = await database().sql('select locks from public.access_attempts where code = $1', [
      room_code,
    ]);
    expect(attempt).toEqual({ locks: 1 });
  });

  it('right and wrong answers at the same time cause no deadlock and no error', async () => {
    const { room_code } = await makeStay(database());
    const calls = Array.from({ length: 40 }, (_, index) =>
      verifyRoom(database(), room_code, index % 4 === 0 ? right : wrong),
    );
    const outcomes = await Promise.all(calls);
    expect(outcomes.filter(({ ok }) => ok === true).length).toBeGreaterThan(0);
    const [attempt] = await database().sql('select locks from public.access_attempts where code = $1', [
      room_code,
    ]);
    expect([undefined, 0, 1]).toContain(attempt?.['locks']);
  });
});
