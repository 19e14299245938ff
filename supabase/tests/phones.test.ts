import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  callAsStaysServer,
  checkStay,
  getOwnStay,
  makeClient,
  makePhone,
  type Outcome,
  openSession,
  verifyBooking,
  verifyRoom,
} from './support/guest-calls.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
  type Room,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

type Phone = { id: string; label: string; isThisPhone: boolean; firstSeenAt: string; lastSeenAt: string };

const expired = { ok: false, error: 'session_expired' };

const listPhones = (database: TestDatabase, subject: unknown) =>
  callAsStaysServer(database, 'public.list_own_phones($1::jsonb)', [subject]);

const signOut = (database: TestDatabase, subject: unknown, phoneId: unknown) =>
  callAsStaysServer(database, 'public.sign_out_own_phone($1::jsonb, $2)', [subject, phoneId]);

const phonesOf = (outcome: Outcome) => outcome['phones'] as Phone[];
const subjectOf = (outcome: Outcome) => outcome['subject'] as Record<string, string>;

onNativePostgres('the phones on a stay', {}, (database) => {
  let property: Property;
  beforeAll(async () => {
    property = await makeProperty(database());
  });
  const makeStay = async (columns: Parameters<typeof makeBooking>[2] = {}) => {
    const room = await makeRoom(database(), property);
    return { room, booking: await makeBooking(database(), room, columns) };
  };
  const proveByRoom = async ({ room_code }: Room, phone: unknown = makePhone()) =>
    subjectOf(await verifyRoom(database(), room_code, { lastName: 'Johnson' }, makeClient(), null, phone));
  const proveByLink = async ({ booking_code }: Booking, phone: unknown = makePhone()) =>
    subjectOf(await verifyBooking(database(), booking_code, 'Johnson', makeClient(), null, phone));

  it('a phone that proves the stay is on it, by the room, the booking link and the access code', async () => {
    const { room, booking } = await makeStay();
    const session = await makeSession(database(), room);
    const phone = makePhone('Android, Chrome');
    const byRoom = await proveByRoom(room, phone);
    const byLink = await proveByLink(booking, makePhone('iPhone, Safari'));
    const byCode = subjectOf(await openSession(database(), session.access_code, makeClient(), null, phone));
    const onBooking = phonesOf(await listPhones(database(), byRoom));
    expect(onBooking.map(({ id, label, isThisPhone }) => [id, label, isThisPhone])).toEqual([
      [byRoom['phoneId'], 'Android, Chrome', true],
      [byLink['phoneId'], 'iPhone, Safari', false],
    ]);
    expect(onBooking[0]?.firstSeenAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(phonesOf(await listPhones(database(), byCode)).map(({ id }) => id)).toEqual([byCode['phoneId']]);
    expect(byCode['phoneId']).not.toBe(byRoom['phoneId']);
  });

  it('a phone that proves the stay again stays one phone, with its new label', async () => {
    const { room, booking } = await makeStay();
    const phone = makePhone('iPhone, Safari');
    const first = await proveByRoom(room, phone);
    const again = await proveByLink(booking, { ...phone, label: 'iPhone, Firefox' });
    expect(again['phoneId']).toBe(first['phoneId']);
    expect(phonesOf(await listPhones(database(), first)).map(({ label }) => label)).toEqual([
      'iPhone, Firefox',
    ]);
  });

  it('a failed verification puts no phone on the stay', async () => {
    const { room } = await makeStay();
    await verifyRoom(database(), room.room_code, { lastName: 'wrong' }, makeClient(), null, makePhone());
    expect(
      await database().sql(
        'select id from public.stay_phones where property_id = $1 and booking_id in (select id from public.accom_bookings where room_id = $2)',
        [property.id, room.id],
      ),
    ).toEqual([]);
  });

  it('opening the page keeps the phone in the token, and says when the phone was last seen, at most every three minutes', async () => {
    const { room } = await makeStay();
    const subject = await proveByRoom(room);
    const setLastSeen = (ago: string) =>
      database().sql('update public.stay_phones set last_seen_at = now() - $2::interval where id = $1', [
        subject['phoneId'],
        ago,
      ]);
    const readAge = async () => {
      const [row] = await database().sql<{ minutes: number }>(
        'select round(extract(epoch from now() - last_seen_at) / 60)::integer as minutes from public.stay_phones where id = $1',
        [subject['phoneId']],
      );
      return row?.minutes;
    };
    await setLastSeen('2 minutes');
    expect(subjectOf(await getOwnStay(database(), subject))).toEqual(subject);
    expect(await readAge()).toBe(2);
    await setLastSeen('3 hours');
    await checkStay(database(), subject);
    expect(await readAge()).toBe(180);
    await getOwnStay(database(), subject);
    expect(await readAge()).toBe(0);
  });

  it('of more than a hundred phones, those leave the stay that were seen longest ago', async () => {
    const { room, booking } = await makeStay();
    const oldest = await proveByRoom(room);
    await database().sql(
      `update public.stay_phones set last_seen_at = now() - interval '1 day' where booking_id = $1`,
      [booking.id],
    );
    await database().sql(
      `insert into public.stay_phones (property_id, booking_id, key_hash, last_seen_at)
       select $1, $2, lpad(n::text, 64, '0'), now() - interval '1 hour' from generate_series(1, 99) n`,
      [property.id, booking.id],
    );
    expect(await checkStay(database(), oldest)).toMatchObject({ ok: true });
    const newest = await proveByLink(booking);
    expect(await checkStay(database(), oldest)).toEqual(expired);
    expect(phonesOf(await listPhones(database(), newest))).toHaveLength(100);
  });

  it('a phone that was signed out has an expired session at once, and the others keep theirs', async () => {
    const { room } = await makeStay();
    const mine = await proveByRoom(room);
    const theirs = await proveByRoom(room);
    expect(await signOut(database(), mine, theirs['phoneId'])).toEqual({ ok: true });
    expect(await checkStay(database(), theirs)).toEqual(expired);
    expect(await getOwnStay(database(), theirs)).toEqual(expired);
    expect(await listPhones(database(), theirs)).toEqual(expired);
    expect(await signOut(database(), theirs, mine['phoneId'])).toEqual(expired);
    expect(await checkStay(database(), mine)).toMatchObject({ ok: true });
    const log = await database().sql(
      `select actor, detail from public.audit_log where action = 'phone_signed_out' and row_id = $1`,
      [theirs['phoneId']],
    );
    expect(log).toEqual([{ actor: 'guest', detail: { bookingId: mine['bookingId'] } }]);
  });

  it('a phone can prove the stay again after it was signed out, and its old token stays refused', async () => {
    const { room } = await makeStay();
    const phone = makePhone();
    const before = await proveByRoom(room, phone);
    await signOut(database(), before, before['phoneId']);
    const after = await proveByRoom(room, phone);
    expect(await checkStay(database(), after)).toMatchObject({ ok: true });
    expect(await checkStay(database(), before)).toEqual(expired);
  });

  it.each(['pending', 'checked_out'])(
    'the guest of a stay that is %s sees and signs out its phones',
    async (status) => {
      const { booking } = await makeStay({ from: 0, to: 1, status: 'confirmed' });
      const mine = await proveByLink(booking);
      const theirs = await proveByLink(booking);
      await database().sql(
        'update public.accom_bookings set status = $2::public.booking_status where id = $1',
        [booking.id, status],
      );
      expect(phonesOf(await listPhones(database(), mine))).toHaveLength(2);
      expect(await signOut(database(), mine, theirs['phoneId'])).toEqual({ ok: true });
    },
  );

  it('a phone on another stay, an unknown one and none are refused alike, and the other stay keeps its phone', async () => {
    const mine = await proveByRoom((await makeStay()).room);
    const foreign = await proveByRoom((await makeStay()).room);
    for (const id of [foreign['phoneId'], crypto.randomUUID(), null]) {
      expect(await signOut(database(), mine, id)).toEqual({ ok: false, error: 'not_found' });
    }
    expect(await checkStay(database(), foreign)).toMatchObject({ ok: true });
  });

  it('a token that names a phone of another stay, or no phone that exists, counts as expired; one without a phone counts', async () => {
    const mine = await proveByRoom((await makeStay()).room);
    const foreign = await proveByRoom((await makeStay()).room);
    for (const phoneId of [foreign['phoneId'], crypto.randomUUID(), 'x', '']) {
      expect(await checkStay(database(), { ...mine, phoneId })).toEqual(expired);
    }
    const { phoneId: _, ...withoutPhone } = mine;
    expect(await checkStay(database(), withoutPhone)).toMatchObject({ ok: true });
    expect(
      phonesOf(await listPhones(database(), withoutPhone)).map(({ isThisPhone }) => isThisPhone),
    ).toEqual([false]);
  });

  it.each([
    ['no hash', {}],
    ['a text that is no hash', { keyHash: 'x' }],
  ])('a phone with %s is a fault of the server and not of the guest', async (_, phone) => {
    const { room } = await makeStay();
    const call = verifyRoom(database(), room.room_code, { lastName: 'Johnson' }, makeClient(), null, phone);
    expect((await catchDatabaseError(call)).code).toMatch(/^23/);
  });

  describe('for the desk', () => {
    const call = (person: Person, name: string, id: unknown) =>
      queryAs(database(), person, `select * from public.${name}($1)`, [id]);

    it('a member sees the phones of a stay without their hash, and signs one out', async () => {
      const { room, booking } = await makeStay();
      const subject = await proveByRoom(room, makePhone('iPad, Safari'));
      const staff = await signUpMember(database(), property.id, 'staff');
      const read = 'select id, label, created_at, last_seen_at from public.stay_phones where booking_id = $1';
      expect(await queryAs(database(), staff, read, [booking.id])).toMatchObject([
        { id: subject['phoneId'], label: 'iPad, Safari' },
      ]);
      const hashes = queryAs(database(), staff, 'select key_hash from public.stay_phones');
      expect((await catchDatabaseError(hashes)).code).toBe('42501');
      await call(staff, 'sign_out_phone', subject['phoneId']);
      expect(await checkStay(database(), subject)).toEqual(expired);
      const log = await database().sql(
        `select account_id from public.audit_log where action = 'phone_signed_out' and row_id = $1`,
        [subject['phoneId']],
      );
      expect(log).toEqual([{ account_id: staff.accountId }]);
    });

    it('a member of another property sees no phone, and is refused for one like for an unknown one', async () => {
      const { room, booking } = await makeStay();
      const subject = await proveByRoom(room);
      const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      const read = 'select id from public.stay_phones where booking_id = $1';
      expect(await queryAs(database(), other, read, [booking.id])).toEqual([]);
      for (const id of [subject['phoneId'], crypto.randomUUID(), null]) {
        expect(await catchDatabaseError(call(other, 'sign_out_phone', id))).toMatchObject({ code: 'PT404' });
      }
      expect(await checkStay(database(), subject)).toMatchObject({ ok: true });
    });

    it('a member sees who is locked out of a room and for how long, and no address', async () => {
      const { room, booking } = await makeStay();
      const phone = makePhone();
      await proveByRoom(room, phone);
      const fail = async (verify: () => Promise<unknown>) => {
        for (let attempt = 0; attempt < 10; attempt += 1) {
          await database().sql('delete from public.rate_limits');
          await verify();
        }
      };
      const client = makeClient();
      const wrong = { lastName: 'wrong' };
      await fail(() => verifyRoom(database(), room.room_code, wrong, client));
      await fail(() => verifyRoom(database(), room.room_code, wrong, client, null, phone));
      await fail(() => verifyBooking(database(), booking.booking_code, 'wrong', client));
      const staff = await signUpMember(database(), property.id, 'staff');
      type Lock = { bookingId: string | null; locked: string; guestName: string | null; count: number };
      const readLocks = async (person: Person) => {
        const [row] = await queryAs<{ locks: Lock[] }>(
          database(),
          person,
          'select public.list_locks($1) as locks',
          [property.id],
        );
        return (row?.locks ?? []).filter((lock) => JSON.stringify(lock).includes(room.id));
      };
      const locks = await readLocks(staff);
      expect(
        new Set(locks.map(({ bookingId, locked, guestName }) => `${bookingId} ${locked} ${guestName}`)),
      ).toEqual(
        new Set(['null address null', 'null stay Sarah Johnson', `${booking.id} address Sarah Johnson`]),
      );
      expect(JSON.stringify(locks)).not.toContain(client);
      const other = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      expect(await catchDatabaseError(readLocks(other))).toMatchObject({ code: 'PT404' });
      for (const [name, id] of [
        ['lift_room_lock', room.id],
        ['lift_booking_lock', booking.id],
      ]) {
        expect(await catchDatabaseError(call(other, name ?? '', id))).toMatchObject({ code: 'PT404' });
      }
      await call(staff, 'lift_room_lock', room.id);
      expect(await readLocks(staff)).toMatchObject([{ bookingId: booking.id, count: 1 }]);
      await call(staff, 'lift_booking_lock', booking.id);
      expect(await readLocks(staff)).toEqual([]);
    });
  });
});
