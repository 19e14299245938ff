import type postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type CountedCall,
  countFunctionCalls,
  enableFunctionCounts,
} from './support/count-function-calls.ts';
import { makeClient, unknownAccessCode, unknownBookingCode } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, makeSession, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

onNativePostgres('the work behind a refusal', { seed: true }, (database) => {
  let connection: postgres.Sql;
  let rooms: Room[];
  beforeAll(async () => {
    connection = database().connect();
    await enableFunctionCounts(connection);
    const property = await makeProperty(database());
    rooms = await Promise.all(Array.from({ length: 6 }, () => makeRoom(database(), property)));
    // Enough rows for several pages of the table, so that no call reads the first or last page only by chance.
    for (const room of rooms) {
      for (let stay = 0; stay < 20; stay += 1) {
        await makeBooking(database(), room, { from: -100 + stay * 2, to: -99 + stay * 2 });
      }
    }
  });

  const makeStay = async (room: Room, columns: Record<string, unknown> = {}) =>
    makeBooking(database(), room, columns);
  const at = (index: number): Room => {
    const room = rooms[index];
    if (room === undefined) throw new Error(`there are ${rooms.length} rooms`);
    return room;
  };

  /** Makes each call once to warm the caches, and then once measured. */
  async function measure(calls: Record<string, () => string>): Promise<[string, CountedCall][]> {
    const counted: [string, CountedCall][] = [];
    for (const round of ['cold', 'warm']) {
      for (const [what, call] of Object.entries(calls)) {
        await database().sql('truncate public.access_attempts, public.rate_limits');
        const one = await countFunctionCalls(connection, call());
        if (round === 'warm') counted.push([what, one]);
      }
    }
    return counted;
  }

  function expectAlike(counted: [string, CountedCall][]): void {
    const [first] = counted;
    for (const [what, { outcome, calls }] of counted) {
      expect({ what, outcome, calls }).toEqual({
        what,
        outcome: first?.[1].outcome,
        calls: first?.[1].calls,
      });
    }
  }

  const verifyBooking = (code: string, name: string) => () =>
    `public.verify_booking_access('${code}', '${name}', '${makeClient()}')`;

  it('a booking link does the same work for an unknown code and a wrong name from a phone that is on another stay', async () => {
    const property = await makeProperty(database());
    const live = await makeStay(await makeRoom(database(), property));
    const other = await makeStay(await makeRoom(database(), property));
    await database().sql(
      `insert into public.stay_phones (property_id, booking_id, key_hash) values ($1, $2, repeat('a', 64))`,
      [other.property_id, other.id],
    );
    const verify = (code: string, key: string) => () =>
      `public.verify_booking_access('${code}', 'Jonson', '${makeClient()}', null, '{"keyHash": "${key.repeat(64)}"}')`;
    expectAlike(
      await measure({
        'no such code, a phone of another stay': verify(unknownBookingCode, 'a'),
        'no such code, an unknown phone': verify(unknownBookingCode, 'b'),
        'a wrong name, a phone of another stay': verify(live.booking_code, 'a'),
        'a wrong name, an unknown phone': verify(live.booking_code, 'b'),
      }),
    );
  });

  it('a booking link does the same work for an unknown code, a wrong name and a stay that ended, was cancelled or is past', async () => {
    const [live, future, left, called, missed, past] = await Promise.all([
      makeStay(at(0)),
      makeStay(at(1), { from: 5, to: 7 }),
      makeStay(at(2), { status: 'checked_out' }),
      makeStay(at(3), { status: 'cancelled' }),
      makeStay(at(4), { status: 'no_show' }),
      makeStay(at(5), { from: -9, to: -7 }),
    ]);
    const counted = await measure({
      'no such code': verifyBooking(unknownBookingCode, 'Johnson'),
      'the first code there could be': verifyBooking('BK-222222', 'Johnson'),
      'a wrong name': verifyBooking(live.booking_code, 'Jonson'),
      'a wrong name for a future stay': verifyBooking(future.booking_code, 'Jonson'),
      'the name of a guest who checked out': verifyBooking(left.booking_code, 'Johnson'),
      'the name of a guest who cancelled': verifyBooking(called.booking_code, 'Johnson'),
      'the name of a guest who never came': verifyBooking(missed.booking_code, 'Johnson'),
      'the name of a guest whose last day is over': verifyBooking(past.booking_code, 'Johnson'),
    });
    expectAlike(counted);
    expect(counted[0]?.[1].outcome).toEqual({ ok: false, error: 'verification_failed', triesLeft: 9 });
    expect(counted[0]?.[1].calls['private.normalise_name']).toBeGreaterThan(0);
  });

  it.each([
    ['last_name', '{"lastName": "Jonson"}'],
    ['room_number', '{"roomNumber": "nowhere"}'],
    ['pin', '{"pin": "000000"}'],
  ])(
    'a room that asks for %s refuses alike whether it is empty, has one guest, two guests on turnover day or a guest without a PIN',
    async (method, answer) => {
      const property = await makeProperty(database(), {}, { verification_method: method });
      const [empty, one, two, none] = await Promise.all(
        Array.from({ length: 4 }, () => makeRoom(database(), property)),
      );
      if (empty === undefined || one === undefined || two === undefined || none === undefined) {
        throw new Error('four rooms were made');
      }
      await makeStay(one, { pin: '428193' });
      await makeStay(two, { pin: '428193', from: -2, to: 0 });
      await makeStay(two, { pin: '193428', from: 0, to: 2 });
      await makeStay(none);
      const verify =
        ({ room_code }: Room) =>
        () =>
          `public.verify_room_access('${room_code}', '${answer}', '${makeClient()}')`;
      const counted = await measure({
        'empty room': verify(empty),
        'one guest': verify(one),
        'two guests': verify(two),
        'a guest without a PIN': verify(none),
      });
      expectAlike(counted);
      expect(counted[0]?.[1].calls['extensions.crypt']).toBe(method === 'pin' ? 2 : undefined);
    },
  );

  it('a dorm hashes one PIN per bed, however many beds are occupied', async () => {
    const property = await makeProperty(database(), {}, { verification_method: 'pin' });
    const beds = { beds: ['1', '2', '3', '4'] };
    const empty = await makeRoom(database(), property, beds);
    const half = await makeRoom(database(), property, beds);
    for (const bed of ['1', '2']) await makeStay(half, { bed, pin: '428193' });
    const verify =
      ({ room_code }: Room) =>
      () =>
        `public.verify_room_access('${room_code}', '{"pin": "000000"}', '${makeClient()}')`;
    const counted = await measure({ 'empty room': verify(empty), 'two guests': verify(half) });
    expectAlike(counted);
    expect(counted[0]?.[1].calls['extensions.crypt']).toBe(4);
  });

  it('an access code does the same work whether it is unknown, expired or deactivated', async () => {
    const over = await makeSession(database(), at(0), { expires_at: new Date(0).toISOString() });
    const taken = await makeSession(database(), at(1), { active: false });
    const open = (code: string) => () => `public.open_guest_session('${code}', '${makeClient()}')`;
    const counted = await measure({
      unknown: open(unknownAccessCode),
      'the first code there could be': open('2222-2222'),
      expired: open(over.access_code),
      deactivated: open(taken.access_code),
    });
    expectAlike(counted);
    expect(counted[0]?.[1].outcome).toEqual({ ok: false, error: 'verification_failed' });
  });

  describe('the measurement itself', () => {
    it('the measurement sees the difference between a refused and a successful verification', async () => {
      const { booking_code } = await makeStay(await makeRoom(database(), await makeProperty(database())));
      const [[, refused] = [], [, opened] = []] = await measure({
        refused: verifyBooking(unknownBookingCode, 'Johnson'),
        opened: verifyBooking(booking_code, 'Johnson'),
      });
      expect(opened?.outcome).toMatchObject({ ok: true });
      expect(opened?.calls).not.toEqual(refused?.calls);
    });
  });
});
