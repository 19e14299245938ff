import { CODE_PATTERNS } from '@gudbro/access-codes';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { resolveRoom, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, runOnConnection, signUpMember } from './support/people.ts';

const notFound = { code: 'PT404', message: 'not_found', detail: {} };
const notYours = { code: 'PT403', message: 'forbidden', detail: {} };
const otherCode = { code: 'PT409', message: 'conflict', detail: { reason: 'another_code_is_current' } };

async function call(database: TestDatabase, person: Person, name: string, args: unknown[]): Promise<unknown> {
  const placeholders = args.map((_, index) => `$${index + 1}`).join(', ');
  const [row] = await queryAs(database, person, `select public.${name}(${placeholders}) as result`, args);
  return row?.['result'];
}

onNativePostgres('desk functions', {}, (database) => {
  let property: Property;
  let manager: Person;
  let staff: Person;
  let stranger: Person;
  const makeStay = async (columns: Parameters<typeof makeBooking>[2] = {}) => {
    const room = await makeRoom(database(), property);
    return { room, booking: await makeBooking(database(), room, columns) };
  };
  const readLog = (rowId: string) =>
    database().sql(
      `select action, actor, detail from public.audit_log
       where row_id = $1 and action not in ('added', 'changed') order by created_at`,
      [rowId],
    );

  beforeAll(async () => {
    property = await makeProperty(database(), {}, { verification_method: 'pin' });
    manager = await signUpMember(database(), property.id, 'manager');
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
  });

  it('replace_room_code gives a room a new code that opens it, and the old code opens nothing', async () => {
    const { room } = await makeStay();
    const code = String(await call(database(), manager, 'replace_room_code', [room.id, room.room_code]));
    expect(code).toMatch(CODE_PATTERNS.room);
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ error: 'room_code_replaced' });
    expect(await resolveRoom(database(), code)).toMatchObject({ ok: true, room: { id: room.id } });
    expect(await readLog(room.id)).toEqual([
      {
        action: 'room_code_replaced',
        actor: 'account',
        detail: { roomNumber: room.room_number, from: room.room_code, to: code },
      },
    ]);
  });

  it.each([
    ['the code of another room', 'RM-ZZZZZZZZ'],
    ['null', null],
    ['an empty text', ''],
  ])('replace_room_code refuses %s as the current code', async (_, code) => {
    const { room } = await makeStay();
    expect(await catchDatabaseError(call(database(), manager, 'replace_room_code', [room.id, code]))).toEqual(
      otherCode,
    );
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ ok: true });
  });

  it('replace_room_code refuses the same call a second time', async () => {
    const { room } = await makeStay();
    await call(database(), manager, 'replace_room_code', [room.id, room.room_code]);
    const replay = call(database(), manager, 'replace_room_code', [room.id, room.room_code]);
    expect(await catchDatabaseError(replay)).toEqual(otherCode);
  });

  it('replace_room_code refuses staff', async () => {
    const { room } = await makeStay();
    expect(
      await catchDatabaseError(call(database(), staff, 'replace_room_code', [room.id, room.room_code])),
    ).toEqual(notYours);
  });

  it('set_booking_pin makes a PIN that verifies, is stored as a hash only, and is replaced by the next PIN', async () => {
    const { room, booking } = await makeStay();
    const makePin = async () =>
      ((await call(database(), staff, 'set_booking_pin', [booking.id])) as { pin: string }).pin;
    const first = await makePin();
    expect(first).toMatch(/^\d{6}$/);
    expect(await verifyRoom(database(), room.room_code, { pin: first })).toMatchObject({ ok: true });
    const [row] = await database().sql('select pin_hash, has_pin from public.accom_bookings where id = $1', [
      booking.id,
    ]);
    expect(row).toEqual({ pin_hash: expect.stringMatching(/^\$2a\$08\$/), has_pin: true });
    let second = first;
    while (second === first) second = await makePin();
    expect(await verifyRoom(database(), room.room_code, { pin: first })).toMatchObject({
      error: 'verification_failed',
    });
    expect(await verifyRoom(database(), room.room_code, { pin: second })).toMatchObject({ ok: true });
    expect(JSON.stringify(await readLog(booking.id))).not.toMatch(new RegExp(`${first}|${second}`));
  });

  describe('the steps of a booking', () => {
    const states = ['pending', 'confirmed', 'checked_in', 'checked_out', 'cancelled', 'no_show'];
    const steps = [
      { name: 'confirm_booking', after: ['pending'], to: 'confirmed' },
      { name: 'check_in', after: ['confirmed'], to: 'checked_in' },
      { name: 'check_out', after: ['checked_in'], to: 'checked_out' },
      { name: 'cancel_booking', after: ['pending', 'confirmed'], to: 'cancelled' },
      { name: 'mark_no_show', after: ['confirmed'], to: 'no_show' },
    ];
    const each = (isLegal: boolean) =>
      steps.flatMap(({ name, after, to }) =>
        states
          .filter((from) => after.includes(from) === isLegal)
          .map((from): [name: string, from: string, to: string] => [name, from, to]),
      );
    const readSteps = (id: string) =>
      database().sql(
        `select actor, detail from public.audit_log where row_id = $1 and action = 'changed' order by created_at`,
        [id],
      );

    it.each(each(true))('%s takes a booking from %s to %s and logs the step', async (name, from, to) => {
      const { booking } = await makeStay({ status: from });
      await call(database(), staff, name, [booking.id]);
      const [row] = await database().sql('select status from public.accom_bookings where id = $1', [
        booking.id,
      ]);
      expect(row).toEqual({ status: to });
      expect(await readSteps(booking.id)).toMatchObject([
        { actor: 'account', detail: { from: { status: from }, to: { status: to } } },
      ]);
    });

    it.each(each(false))('%s refuses a booking that is %s', async (name, from, to) => {
      const { booking } = await makeStay({ status: from });
      expect(await catchDatabaseError(call(database(), staff, name, [booking.id]))).toEqual({
        code: 'PT409',
        message: 'illegal_step',
        detail: { from, to },
      });
      expect(await readSteps(booking.id)).toEqual([]);
    });

    it.each([
      ['check_in', 'whose last day is over', { from: -3, to: -1 }, 'stay_is_over'],
      ['mark_no_show', 'before its first day', { from: 1, to: 2 }, 'stay_has_not_begun'],
    ])('%s refuses a stay %s, and nothing of it stays', async (name, _, dates, reason) => {
      const { booking } = await makeStay(dates);
      expect(await catchDatabaseError(call(database(), staff, name, [booking.id]))).toEqual({
        code: 'PT409',
        message: 'illegal_step',
        detail: { reason },
      });
      expect(await readSteps(booking.id)).toEqual([]);
    });

    it('check_in opens a stay before its first day', async () => {
      const { booking } = await makeStay({ from: 2, to: 4 });
      await call(database(), staff, 'check_in', [booking.id]);
      expect(await readSteps(booking.id)).toHaveLength(1);
    });
  });

  describe('desk functions called by a member of another property', () => {
    it.each(['check_in', 'check_out', 'set_booking_pin', 'lift_booking_lock'])(
      '%s gives a member of another property the same not_found as for an unknown booking',
      async (name) => {
        const { booking } = await makeStay();
        const unknown = await catchDatabaseError(call(database(), stranger, name, [crypto.randomUUID()]));
        expect(await catchDatabaseError(call(database(), stranger, name, [booking.id]))).toEqual(unknown);
        expect(unknown).toEqual(notFound);
        expect(await catchDatabaseError(call(database(), stranger, name, [null]))).toEqual(notFound);
      },
    );

    it.each([
      ['replace_room_code', (code: string) => [code]],
      ['lift_room_lock', () => []],
    ])(
      '%s gives a member of another property the same not_found as for an unknown room',
      async (name, rest) => {
        const { room } = await makeStay();
        const args = rest(room.room_code);
        expect(await catchDatabaseError(call(database(), stranger, name, [room.id, ...args]))).toEqual(
          notFound,
        );
        expect(
          await catchDatabaseError(call(database(), stranger, name, [crypto.randomUUID(), ...args])),
        ).toEqual(notFound);
      },
    );
  });
});

onNativePostgres('the audit log', {}, (database) => {
  const appendOnly = { code: 'PT409', message: 'conflict', detail: { reason: 'audit_log_is_append_only' } };

  it.each([
    ['changed', `update public.audit_log set action = 'nothing happened'`],
    ['deleted', 'delete from public.audit_log'],
    ['emptied', 'truncate public.audit_log'],
    [
      'overwritten by an upsert',
      `insert into public.audit_log (id, actor, action, table_name) select id, 'job', 'x', 'x' from public.audit_log
      on conflict (id) do update set action = 'nothing happened'`,
    ],
  ])('the audit log cannot be %s by anybody, not even by the owner of the table', async (_, statement) => {
    await makeProperty(database());
    expect(await catchDatabaseError(database().sql(statement))).toEqual(appendOnly);
    expect(
      (await catchDatabaseError(database().as('service_role', {}, (sql) => sql(statement)))).code,
    ).toMatch(/PT409|42501/);
  });

  it('a property with audit log entries cannot be deleted', async () => {
    const property = await makeProperty(database());
    expect(
      (
        await catchDatabaseError(
          database().sql('delete from public.accom_properties where id = $1', [property.id]),
        )
      ).code,
    ).toBe('23503');
  });
});

onNativePostgres('desk functions called at the same time', {}, (database) => {
  const race = async (
    name: string,
    argsOf: (stay: { room: string; code: string; booking: string }) => string[],
    status: string,
  ) => {
    const property = await makeProperty(database());
    const desk = await signUpMember(database(), property.id, 'manager');
    const connections = database().connect({ max: 8 });
    for (let round = 0; round < 5; round += 1) {
      const room = await makeRoom(database(), property);
      const booking = await makeBooking(database(), room, { status });
      const args = argsOf({ room: room.id, code: room.room_code, booking: booking.id });
      const placeholders = args.map((_, index) => `$${index + 1}`).join(', ');
      const outcomes = await Promise.allSettled(
        Array.from({ length: 8 }, () =>
          runOnConnection(connections, desk, (sql) =>
            sql.unsafe(`select public.${name}(${placeholders})`, args),
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const log = await database().sql(
        `select from public.audit_log where row_id in ($1, $2) and action <> 'added'`,
        [room.id, booking.id],
      );
      expect(log).toHaveLength(1);
    }
  };

  it('of eight replacements of one room code exactly one succeeds', () =>
    race('replace_room_code', ({ room, code }) => [room, code], 'confirmed'));
  it('of eight check-ins of one booking exactly one succeeds', () =>
    race('check_in', ({ booking }) => [booking], 'confirmed'));
  it('of eight check-outs of one booking exactly one succeeds', () =>
    race('check_out', ({ booking }) => [booking], 'checked_in'));

  it('of four PINs that are set at the same time exactly one verifies', async () => {
    const property = await makeProperty(database(), {}, { verification_method: 'pin' });
    const desk = await signUpMember(database(), property.id, 'staff');
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    const pins = await Promise.all(
      Array.from({ length: 4 }, () => call(database(), desk, 'set_booking_pin', [booking.id])),
    );
    const outcomes = [];
    for (const { pin } of pins as { pin: string }[])
      outcomes.push(await verifyRoom(database(), room.room_code, { pin }));
    expect(outcomes.filter(({ ok }) => ok === true)).toHaveLength(1);
  });
});
