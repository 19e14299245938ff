import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeEach, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeClient, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, makeSession, type Property } from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import {
  type Person,
  queryAs,
  runOnConnection,
  serviceRole,
  signUpMember,
  staysServer,
} from './support/people.ts';

const nothing = {
  requestsCancelled: 0,
  sessionsEnded: 0,
  limitsDropped: 0,
  attemptsForgotten: 0,
  requestKeysDropped: 0,
  invitationsDropped: 0,
  phonesDropped: 0,
  picturesDropped: 0,
  storageRemovalsRetried: 0,
  jobsDropped: 0,
  notificationsDropped: 0,
  pushSubscriptionsDropped: 0,
  documentsPurged: 0,
  documentsReconciled: 0,
  peopleErased: 0,
  documentGrantsDropped: 0,
  visasWarned: 0,
  remainingObjectsWarned: 0,
};

async function sweep(database: TestDatabase, person: Person = serviceRole): Promise<unknown> {
  const [row] = await queryAs<{ done: unknown }>(database, person, 'select public.sweep() as done');
  return row?.done;
}

onEachEngine('the sweep', {}, (database) => {
  let property: Property;
  beforeEach(async () => {
    await sweep(database());
    property = await makeProperty(database());
  });
  const makeRequest = async (age: string, days: { from: number; to: number }) => {
    const request = await makeBooking(database(), await makeRoom(database(), property), {
      status: 'pending',
      ...days,
    });
    await database().sql('update public.accom_bookings set created_at = now() - $2::interval where id = $1', [
      request.id,
      age,
    ]);
    return request;
  };
  const statusOf = async ({ id }: { id: string }) => {
    const [row] = await database().sql<{ status: string }>(
      'select status from public.accom_bookings where id = $1',
      [id],
    );
    return row?.status;
  };

  it.each([
    ['an hour old, to come', '1 hour', { from: 5, to: 7 }, 'pending'],
    ['47 hours old, to come', '47 hours', { from: 5, to: 7 }, 'pending'],
    ['48 hours old, to come', '48 hours', { from: 5, to: 7 }, 'cancelled'],
    ['an hour old, for tonight', '1 hour', { from: 0, to: 2 }, 'pending'],
    ['an hour old, for last night', '1 hour', { from: -1, to: 2 }, 'cancelled'],
  ])('after the sweep a request that is %s is %s', async (_, age, days, status) => {
    const request = await makeRequest(age, days);
    expect(await sweep(database())).toEqual({ ...nothing, requestsCancelled: status === 'pending' ? 0 : 1 });
    expect(await statusOf(request)).toBe(status);
  });

  it('the sweep frees the bed of an expired request and logs it as done by a job', async () => {
    const request = await makeRequest('3 days', { from: 5, to: 7 });
    await sweep(database());
    const room = { id: String(request['room_id']), property_id: property.id };
    await makeBooking(database(), { ...room, room_code: '', room_number: '' }, { from: 5, to: 7 });
    const log = await database().sql(
      `select actor, detail from public.audit_log where row_id = $1 and action = 'changed'`,
      [request.id],
    );
    expect(log).toMatchObject([
      { actor: 'job', detail: { from: { status: 'pending' }, to: { status: 'cancelled' } } },
    ]);
  });

  it.each(['confirmed', 'checked_in', 'checked_out', 'no_show'])(
    'the sweep leaves a booking that is %s unchanged',
    async (status) => {
      const booking = await makeBooking(database(), await makeRoom(database(), property), {
        status,
        from: -9,
        to: -7,
      });
      await database().sql(
        "update public.accom_bookings set created_at = now() - interval '1 year' where id = $1",
        [booking.id],
      );
      expect(await sweep(database())).toEqual(nothing);
      expect(await statusOf(booking)).toBe(status);
    },
  );

  it('the sweep deactivates expired sessions and no others', async () => {
    const room = await makeRoom(database(), property);
    const over = await makeSession(database(), room, { expires_at: new Date(0).toISOString() });
    const running = await makeSession(database(), room);
    expect(await sweep(database())).toEqual({ ...nothing, sessionsEnded: 1 });
    const sessions = await database().sql('select id, active from public.guest_sessions where room_id = $1', [
      room.id,
    ]);
    expect(new Map(sessions.map(({ id, active }) => [id, active]))).toEqual(
      new Map([
        [over.id, false],
        [running.id, true],
      ]),
    );
  });

  it('the sweep deletes the counts of past windows and no others', async () => {
    await database().sql(
      `delete from public.rate_limits;
       insert into public.rate_limits (key, window_start) values
         ('current', date_bin('1 day', now(), 'epoch')), ('current', date_bin('1 minute', now(), 'epoch') + interval '1 second'),
         ('passed', date_bin('1 day', now(), 'epoch') - interval '1 day')`,
    );
    expect(await sweep(database())).toEqual({ ...nothing, limitsDropped: 1 });
    expect(await database().sql('select distinct key from public.rate_limits')).toEqual([{ key: 'current' }]);
  });

  it.each([
    ['wrong answers of an hour ago', '0, null', '1 hour', true],
    ['wrong answers of a day ago', '0, null', '25 hours', false],
    ['a current lock', "1, now() + interval '5 minutes'", '1 hour', true],
    ['a lock that ended yesterday', "1, now() - interval '1 day'", '25 hours', true],
    ['a lock that ended eight days ago', "1, now() - interval '8 days'", '8 days', false],
    [
      'a lock that ended eight days ago, with a wrong answer since',
      "2, now() - interval '8 days'",
      '1 hour',
      true,
    ],
  ])('after the sweep %s is still stored: %s', async (_, lock, age, isStored) => {
    await database().sql(
      `delete from public.access_attempts;
       insert into public.access_attempts (code, source, failures, locks, locked_until, updated_at)
         values ('RM-ZZZZZZZZ', 'all', 3, ${lock}, now() - interval '${age}')`,
    );
    await sweep(database());
    expect(await database().sql('select code from public.access_attempts')).toHaveLength(isStored ? 1 : 0);
  });

  it('the sweep takes the phones off stays that have been over for four days, and off no others', async () => {
    const room = await makeRoom(database(), property);
    const recent = await makeBooking(database(), room, { from: -4, to: -2, status: 'checked_out' });
    const past = await makeBooking(database(), room, { from: -9, to: -6, status: 'checked_out' });
    const expiresAt = (days: number) => ({
      expires_at: new Date(Date.now() + days * 86_400_000).toISOString(),
    });
    const running = await makeSession(database(), room, expiresAt(1));
    const over = await makeSession(database(), room, { ...expiresAt(-5), active: false });
    for (const [column, id] of [
      ['booking_id', recent.id],
      ['booking_id', past.id],
      ['guest_session_id', running.id],
      ['guest_session_id', over.id],
    ]) {
      await database().sql(
        `insert into public.stay_phones (property_id, ${column}, key_hash) values ($1, $2, repeat('a', 64))`,
        [property.id, id],
      );
    }
    expect(await sweep(database())).toEqual({ ...nothing, phonesDropped: 2 });
    const left = await database().sql(
      'select coalesce(booking_id, guest_session_id) as id from public.stay_phones where property_id = $1',
      [property.id],
    );
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([recent.id, running.id]));
  });

  it('the sweep deletes request keys after thirty days', async () => {
    await database().sql(
      `insert into public.request_keys (scope, key, request_hash, made_id, created_at) values
         ('order:1', 'younger-key', '', gen_random_uuid(), now() - interval '29 days'),
         ('order:1', 'older-key', '', gen_random_uuid(), now() - interval '30 days')`,
    );
    expect(await sweep(database())).toEqual({ ...nothing, requestKeysDropped: 1 });
    expect(await database().sql('select key from public.request_keys')).toEqual([{ key: 'younger-key' }]);
  });

  it('a second sweep finds nothing to do', async () => {
    await makeRequest('3 days', { from: 5, to: 7 });
    await makeSession(database(), await makeRoom(database(), property), {
      expires_at: new Date(0).toISOString(),
    });
    expect(await sweep(database())).toMatchObject({ requestsCancelled: 1, sessionsEnded: 1 });
    expect(await sweep(database())).toEqual(nothing);
  });

  it('neither an owner nor the stays server may run the sweep', async () => {
    const owner = await signUpMember(database(), property.id, 'owner');
    for (const person of [owner, staysServer]) {
      expect(await catchDatabaseError(sweep(database(), person))).toMatchObject({ code: '42501' });
    }
  });
});

onNativePostgres('the sweep beside other transactions', {}, (database) => {
  it('a second sweep at the same time returns at once without waiting', async () => {
    await runOnConnection(database().connect(), serviceRole, async (first) => {
      await first`select public.sweep()`;
      expect(await sweep(database())).toEqual({ isRunning: true });
    });
    expect(await sweep(database())).toEqual(nothing);
  });

  it('the sweep skips a request that the desk is confirming and an attempt that a guest is making', async () => {
    const property = await makeProperty(database());
    const room = await makeRoom(database(), property);
    const request = await makeBooking(database(), room, { status: 'pending', from: 5, to: 7 });
    const client = makeClient();
    await verifyRoom(database(), room.room_code, { lastName: 'wrong' }, client);
    await database().sql("update public.accom_bookings set created_at = now() - interval '3 days'");
    await database().sql('alter table public.access_attempts disable trigger user');
    await database().sql("update public.access_attempts set updated_at = now() - interval '3 days'");
    await database().sql('alter table public.access_attempts enable trigger user');
    const desk = database().connect();
    await desk.begin(async (sql) => {
      await sql`update public.accom_bookings set status = 'confirmed' where id = ${request.id}`;
      await sql`select private.fail_attempt(${room.room_code}, ${client})`;
      expect(await sweep(database())).toEqual({ ...nothing, limitsDropped: expect.any(Number) });
    });
    const [row] = await database().sql('select status from public.accom_bookings where id = $1', [
      request.id,
    ]);
    expect(row).toEqual({ status: 'confirmed' });
  });
});
