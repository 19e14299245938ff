import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import {
  makeClient,
  makePhone,
  type Outcome,
  unknownBookingCode,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Room } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { queryAs, signUpMember } from './support/people.ts';

const wrong = { lastName: 'wrong' };
const right = { lastName: 'Johnson' };
const locked = { error: 'rate_limited', locked: true };

async function makeStay(database: TestDatabase): Promise<Room> {
  const room = await makeRoom(database, await makeProperty(database));
  await makeBooking(database, room);
  return room;
}

/** Starts the next minute for the limit of five tries, which is not what these tests are about. */
const startNextMinute = (database: TestDatabase) => database.sql('delete from public.rate_limits');

/** Sends wrong answers from one address or phone. */
async function failTimes(
  database: TestDatabase,
  count: number,
  code: string,
  client: string,
  phone: unknown = null,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let attempt = 0; attempt < count; attempt += 1) {
    await startNextMinute(database);
    outcomes.push(await verifyRoom(database, code, wrong, client, null, phone));
  }
  await startNextMinute(database);
  return outcomes;
}

/** Moves the end of the locks of a code into the past, and with `isNextDay` the end of its day too. */
async function endLocks(database: TestDatabase, code: string, isNextDay = false): Promise<void> {
  await database.sql(
    `update public.access_attempts set locked_until = now() - interval '1 second',
       day_ends_at = case when $2 then now() - interval '1 second' else day_ends_at end
     where code = $1`,
    [code, isNextDay],
  );
}

onEachEngine('wrong answers from one address', {}, (database) => {
  it('a room that asks for nothing is never locked', async () => {
    const room = await makeRoom(database(), await makeProperty(database(), { type: 'villa' }));
    const client = makeClient();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await startNextMinute(database());
      expect(await verifyRoom(database(), room.room_code, {}, client)).toEqual({
        ok: false,
        error: 'verification_failed',
      });
    }
    await makeBooking(database(), room);
    await startNextMinute(database());
    expect(await verifyRoom(database(), room.room_code, {}, client)).toMatchObject({ ok: true });
  });

  it('each wrong answer lowers triesLeft, and after the tenth even the right answer is refused', async () => {
    const { room_code } = await makeStay(database());
    const client = makeClient();
    const outcomes = await failTimes(database(), 10, room_code, client);
    expect(outcomes.map(({ triesLeft }) => triesLeft)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(outcomes.at(-1)).toEqual({
      ok: false,
      error: 'verification_failed',
      triesLeft: 0,
      retryAfterSeconds: 900,
    });
    expect(await verifyRoom(database(), room_code, right, client)).toMatchObject(locked);
  });

  it('the guest at another address has all tries and gets in', async () => {
    const { room_code } = await makeStay(database());
    await failTimes(database(), 11, room_code, makeClient());
    expect(await verifyRoom(database(), room_code, wrong)).toMatchObject({ triesLeft: 9 });
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
  });

  it('the lock doubles from 15 minutes up to one day', async () => {
    const { room_code } = await makeStay(database());
    const client = makeClient();
    const seconds: unknown[] = [];
    for (let lock = 0; lock < 10; lock += 1) {
      seconds.push((await failTimes(database(), 10, room_code, client)).at(-1)?.['retryAfterSeconds']);
      await endLocks(database(), room_code, true);
    }
    const minutes = [15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440];
    expect(seconds).toEqual(minutes.map((minute) => minute * 60));
  });

  it('the second lock of a day lasts until the day is over, so one address cannot use up the tries of all', async () => {
    const { room_code } = await makeStay(database());
    const client = makeClient();
    await failTimes(database(), 10, room_code, client);
    await endLocks(database(), room_code);
    const [last] = (await failTimes(database(), 10, room_code, client)).slice(-1);
    expect(last).toMatchObject({ triesLeft: 0 });
    expect(last?.['retryAfterSeconds']).toBeGreaterThan(86_000);
    await failTimes(database(), 40, room_code, client);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
  });

  it('the right answer verifies again after the lock has ended', async () => {
    const { room_code } = await makeStay(database());
    const client = makeClient();
    await failTimes(database(), 10, room_code, client);
    await endLocks(database(), room_code);
    expect(await verifyRoom(database(), room_code, right, client)).toMatchObject({ ok: true });
  });

  it('a right answer starts the count of wrong answers in a row over, and the length of the next lock', async () => {
    const { room_code } = await makeStay(database());
    const client = makeClient();
    await failTimes(database(), 9, room_code, client);
    expect(await verifyRoom(database(), room_code, right, client)).toMatchObject({ ok: true });
    expect(await verifyRoom(database(), room_code, wrong, client)).toMatchObject({ triesLeft: 9 });
  });

  it('the lock of one room does not lock another room', async () => {
    const { room_code } = await makeStay(database());
    const neighbour = await makeStay(database());
    const client = makeClient();
    await failTimes(database(), 10, room_code, client);
    expect(await verifyRoom(database(), neighbour.room_code, right, client)).toMatchObject({ ok: true });
  });

  it('an existing and an unknown booking code are locked in the same way', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    const booking = await makeBooking(database(), room);
    const tryElevenTimes = async (code: string) => {
      const client = makeClient();
      const outcomes: Outcome[] = [];
      for (let attempt = 0; attempt < 11; attempt += 1) {
        await startNextMinute(database());
        outcomes.push(await verifyBooking(database(), code, 'wrong', client));
      }
      return outcomes;
    };
    const known = await tryElevenTimes(booking.booking_code);
    expect(known.at(-1)).toMatchObject(locked);
    expect(await tryElevenTimes(unknownBookingCode)).toEqual(
      known.map((outcome) =>
        outcome['locked'] === true ? { ...outcome, retryAfterSeconds: expect.any(Number) } : outcome,
      ),
    );
    expect(await verifyBooking(database(), booking.booking_code, 'johnson')).toMatchObject({ ok: true });
  });
});

onEachEngine('an attack on a room from many addresses', {}, (database) => {
  it('ten addresses with wrong answers leave the guest at an eleventh in; fifty a day stop strangers everywhere, but no phone of the stay; the desk lifts it', async () => {
    const room = await makeStay(database());
    const { room_code } = room;
    const phone = makePhone();
    await verifyRoom(database(), room_code, right, makeClient(), null, phone);
    const strangers = Array.from({ length: 10 }, () => makeClient());

    for (const stranger of strangers) await failTimes(database(), 4, room_code, stranger);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });

    const guesses = (
      await Promise.all(strangers.map((stranger) => failTimes(database(), 3, room_code, stranger)))
    ).flat();
    expect(guesses.filter(({ error }) => error === 'verification_failed')).toHaveLength(10);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject(locked);
    expect(await verifyRoom(database(), room_code, right, makeClient(), null, makePhone())).toMatchObject(
      locked,
    );
    const [stranger = ''] = strangers;
    expect(await verifyRoom(database(), room_code, right, stranger, null, phone)).toMatchObject({ ok: true });

    const staff = await signUpMember(database(), room.property_id, 'staff');
    await queryAs(database(), staff, 'select public.lift_room_lock($1)', [room.id]);
    expect(await verifyRoom(database(), room_code, right, stranger)).toMatchObject({ ok: true });
    const log = await database().sql(
      `select account_id from public.audit_log where action = 'room_lock_lifted' and row_id = $1`,
      [room.id],
    );
    expect(log).toEqual([{ account_id: staff.accountId }]);
  });

  it('the lock of a day ends with the day, and says how long that is', async () => {
    const { room_code } = await makeStay(database());
    for (let stranger = 0; stranger < 5; stranger += 1) {
      await failTimes(database(), 10, room_code, makeClient());
    }
    const refused = await verifyRoom(database(), room_code, right);
    expect(refused).toMatchObject(locked);
    expect(refused['retryAfterSeconds']).toBeLessThanOrEqual(86_400);
    expect(refused['retryAfterSeconds']).toBeGreaterThan(86_000);
    await endLocks(database(), room_code, true);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
  });

  it('wrong booking links are stopped after fifty a day as well, also for an unknown code, and the desk lifts it', async () => {
    const room = await makeRoom(database(), await makeProperty(database()));
    const booking = await makeBooking(database(), room);
    const phone = makePhone();
    await verifyBooking(database(), booking.booking_code, 'Johnson', makeClient(), null, phone);
    const tryFiftyOne = async (code: string) => {
      const outcomes: Outcome[] = [];
      for (let attempt = 0; attempt < 51; attempt += 1) {
        outcomes.push(await verifyBooking(database(), code, 'wrong'));
      }
      return outcomes.map(({ error, triesLeft }) => [error, triesLeft]);
    };
    const known = await tryFiftyOne(booking.booking_code);
    expect(known.slice(-3)).toEqual([
      ['verification_failed', 1],
      ['verification_failed', 0],
      ['rate_limited', undefined],
    ]);
    // Another unknown code than the one above, whose tries are counted too.
    expect(await tryFiftyOne('BK-YYYYYY')).toEqual(known);
    expect(await verifyBooking(database(), booking.booking_code, 'Johnson')).toMatchObject(locked);
    const asKnownPhone = [makeClient(), null, phone] as const;
    expect(await verifyBooking(database(), booking.booking_code, 'Johnson', ...asKnownPhone)).toMatchObject({
      ok: true,
    });
    const staff = await signUpMember(database(), room.property_id, 'staff');
    await queryAs(database(), staff, 'select public.lift_booking_lock($1)', [booking.id]);
    expect(await verifyBooking(database(), booking.booking_code, 'johnson')).toMatchObject({ ok: true });
  });
});

onEachEngine('a phone that proved the stay before', {}, (database) => {
  const prove = async (room_code: string, answer = right) => {
    const phone = makePhone();
    expect(await verifyRoom(database(), room_code, answer, makeClient(), null, phone)).toMatchObject({
      ok: true,
    });
    return phone;
  };

  it('is not stopped by the wrong answers, the five tries a minute and the misses of a stranger behind its address', async () => {
    const { room_code } = await makeStay(database());
    const phone = await prove(room_code);
    const client = makeClient();
    await failTimes(database(), 10, room_code, client);
    for (let attempt = 0; attempt < 6; attempt += 1) await verifyRoom(database(), room_code, wrong, client);
    await database().sql(
      `insert into public.rate_limits (key, window_start, hits) values ($1, date_bin('1 day', now(), 'epoch'), 300)`,
      [`miss/day:${client}`],
    );
    expect(await verifyRoom(database(), room_code, right, client)).toMatchObject({ error: 'rate_limited' });
    expect(await verifyRoom(database(), room_code, right, client, null, phone)).toMatchObject({ ok: true });
  });

  it('has ten tries in a row of its own, and its wrong answers stop nobody else', async () => {
    const { room_code } = await makeStay(database());
    const phone = await prove(room_code);
    const outcomes = await failTimes(database(), 10, room_code, makeClient(), phone);
    expect(outcomes.map(({ triesLeft }) => triesLeft)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
    expect(await verifyRoom(database(), room_code, right, makeClient(), null, phone)).toMatchObject(locked);
    expect(await verifyRoom(database(), room_code, right)).toMatchObject({ ok: true });
    const [everybody] = await database().sql(
      `select failures_of_day from public.access_attempts where code = $1 and source = 'all'`,
      [room_code],
    );
    expect(everybody).toBeUndefined();
  });

  it('is a stranger’s again once its stay is over, once it was signed out, and in every other room', async () => {
    const room = await makeStay(database());
    const { room_code } = room;
    const other = await makeStay(database());
    const phone = await prove(room_code);
    for (const code of [room_code, other.room_code]) {
      for (let stranger = 0; stranger < 5; stranger += 1) {
        await failTimes(database(), 10, code, makeClient());
      }
    }
    const tryWithPhone = (code: string) => verifyRoom(database(), code, right, makeClient(), null, phone);
    expect(await tryWithPhone(room_code)).toMatchObject({ ok: true });
    expect(await tryWithPhone(other.room_code)).toMatchObject(locked);
    await database().sql(`update public.accom_bookings set status = 'checked_out' where room_id = $1`, [
      room.id,
    ]);
    expect(await tryWithPhone(room_code)).toMatchObject(locked);
    await database().sql(`update public.accom_bookings set status = 'checked_in' where room_id = $1`, [
      room.id,
    ]);
    await database().sql('delete from public.stay_phones where property_id = $1', [room.property_id]);
    expect(await tryWithPhone(room_code)).toMatchObject(locked);
  });

  it.each([
    ['a dorm', 'hostel', { beds: ['1', '2'] }, [{ bed: '1' }, { bed: '2' }]],
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
    'of %s gives its guest twenty guesses a day at a neighbour’s name, however often they answer right and with however many phones',
    async (_, type, columns, stays) => {
      const room = await makeRoom(database(), await makeProperty(database(), { type }), columns);
      const [own = {}, neighbour = {}] = stays;
      await makeBooking(database(), room, own);
      await makeBooking(database(), room, { ...neighbour, guest_last_name: 'Silva' });
      const phones = [await prove(room.room_code), await prove(room.room_code), await prove(room.room_code)];
      let guesses = 0;
      for (let round = 0; round < 12; round += 1) {
        const phone = phones[round % phones.length];
        const outcomes = await failTimes(database(), 9, room.room_code, makeClient(), phone);
        guesses += outcomes.filter(({ error }) => error === 'verification_failed').length;
        await verifyRoom(database(), room.room_code, right, makeClient(), null, phone);
      }
      expect(guesses).toBe(20);
    },
  );
});
