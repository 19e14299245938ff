import { CODE_PATTERNS } from '@gudbro/access-codes';
import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveRoom, verifyRoom } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { actOn, ask, type Person, signUpMember } from './support/people.ts';
import { refusalOf } from './support/refusal.ts';

const notFound = { code: 'PT404', message: 'not_found', detail: {} };
const notYours = { code: 'PT403', message: 'forbidden', detail: {} };
const otherCode = { code: 'PT409', message: 'conflict', detail: { reason: 'another_code_is_current' } };

async function call(database: TestDatabase, person: Person, name: string, args: unknown[]): Promise<unknown> {
  const places = args.map((_, index) => `$${index + 1}`).join(', ');
  const [row] = await ask(database, person, `select public.${name}(${places}) as answer`, args);
  return row?.['answer'];
}

onEachEngine('the desk', {}, (database) => {
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
      'select action, actor, detail from public.audit_log where row_id = $1 order by created_at',
      [rowId],
    );

  beforeAll(async () => {
    property = await makeProperty(database(), {}, { verification_method: 'pin' });
    manager = await signUpMember(database(), property.id, 'manager');
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
  });

  it('replaces the code of a room: the old print is dead, the new one opens', async () => {
    const { room } = await makeStay();
    const code = String(await call(database(), manager, 'replace_room_code', [room.id, room.room_code]));
    expect(code).toMatch(CODE_PATTERNS.room);
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ error: 'room_not_found' });
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
    ['another room’s', 'RM-ZZZZZZZZ'],
    ['none', null],
    ['an empty', ''],
  ])('replaces no code while it names %s code', async (_, code) => {
    const { room } = await makeStay();
    expect(await refusalOf(call(database(), manager, 'replace_room_code', [room.id, code]))).toEqual(
      otherCode,
    );
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ ok: true });
  });

  it('does not replace a code twice by one confirmation', async () => {
    const { room } = await makeStay();
    await call(database(), manager, 'replace_room_code', [room.id, room.room_code]);
    const replay = call(database(), manager, 'replace_room_code', [room.id, room.room_code]);
    expect(await refusalOf(replay)).toEqual(otherCode);
  });

  it('leaves replacing codes to managers', async () => {
    const { room } = await makeStay();
    expect(await refusalOf(call(database(), staff, 'replace_room_code', [room.id, room.room_code]))).toEqual(
      notYours,
    );
  });

  it('makes a PIN that opens, is stored as a hash, and dies with the next', async () => {
    const { room, booking } = await makeStay();
    const first = String(await call(database(), staff, 'set_booking_pin', [booking.id]));
    expect(first).toMatch(/^\d{6}$/);
    expect(await verifyRoom(database(), room.room_code, { pin: first })).toMatchObject({ ok: true });
    const [row] = await database().sql('select pin_hash, has_pin from public.accom_bookings where id = $1', [
      booking.id,
    ]);
    expect(row).toEqual({ pin_hash: expect.stringMatching(/^\$2a\$08\$/), has_pin: true });
    let second = first;
    while (second === first) second = String(await call(database(), staff, 'set_booking_pin', [booking.id]));
    expect(await verifyRoom(database(), room.room_code, { pin: first })).toMatchObject({
      error: 'verification_failed',
    });
    expect(await verifyRoom(database(), room.room_code, { pin: second })).toMatchObject({ ok: true });
    expect(JSON.stringify(await readLog(booking.id))).not.toMatch(new RegExp(`${first}|${second}`));
  });

  describe('steps a booking only along its way:', () => {
    it.each([
      ['check_in', 'confirmed', 'checked_in'],
      ['check_out', 'checked_in', 'checked_out'],
    ])('%s from %s to %s', async (name, status, to) => {
      const { booking } = await makeStay({ status });
      await call(database(), staff, name, [booking.id]);
      const [row] = await database().sql('select status from public.accom_bookings where id = $1', [
        booking.id,
      ]);
      expect(row).toEqual({ status: to });
      expect(await readLog(booking.id)).toEqual([
        { action: to, actor: 'account', detail: { from: status, to } },
      ]);
    });

    const illegal = [
      ...['pending', 'checked_in', 'checked_out', 'cancelled', 'no_show'].map((from) => [
        'check_in',
        from,
        'checked_in',
      ]),
      ...['pending', 'confirmed', 'checked_out', 'cancelled', 'no_show'].map((from) => [
        'check_out',
        from,
        'checked_out',
      ]),
    ] as const;
    it.each(illegal)('no %s from %s', async (name, from, to) => {
      const { booking } = await makeStay({ status: from });
      expect(await refusalOf(call(database(), staff, String(name), [booking.id]))).toEqual({
        code: 'PT409',
        message: 'illegal_step',
        detail: { from, to },
      });
      expect(await readLog(booking.id)).toEqual([]);
    });
  });

  describe('of another house', () => {
    it.each(['check_in', 'check_out', 'set_booking_pin', 'lift_booking_lock'])(
      'does not know the booking: %s',
      async (name) => {
        const { booking } = await makeStay();
        const unknown = await refusalOf(call(database(), stranger, name, [crypto.randomUUID()]));
        expect(await refusalOf(call(database(), stranger, name, [booking.id]))).toEqual(unknown);
        expect(unknown).toEqual(notFound);
        expect(await refusalOf(call(database(), stranger, name, [null]))).toEqual(notFound);
      },
    );

    it.each([
      ['replace_room_code', (code: string) => [code]],
      ['lift_room_lock', () => []],
    ])('does not know the room: %s', async (name, rest) => {
      const { room } = await makeStay();
      const args = rest(room.room_code);
      expect(await refusalOf(call(database(), stranger, name, [room.id, ...args]))).toEqual(notFound);
      expect(await refusalOf(call(database(), stranger, name, [crypto.randomUUID(), ...args]))).toEqual(
        notFound,
      );
    });
  });
});

onEachEngine('the log', {}, (database) => {
  const appendOnly = { code: 'PT409', message: 'conflict', detail: { reason: 'audit_log_is_append_only' } };

  it.each([
    ['changed', `update public.audit_log set action = 'nothing happened'`],
    ['deleted', 'delete from public.audit_log'],
    ['emptied', 'truncate public.audit_log'],
    [
      'written over',
      `insert into public.audit_log (id, actor, action, table_name) select id, 'job', 'x', 'x' from public.audit_log
      on conflict (id) do update set action = 'nothing happened'`,
    ],
  ])('is not %s by anybody, the table’s owner included', async (_, statement) => {
    await makeProperty(database());
    expect(await refusalOf(database().sql(statement))).toEqual(appendOnly);
    expect((await refusalOf(database().as('service_role', {}, (sql) => sql(statement)))).code).toMatch(
      /PT409|42501/,
    );
  });

  it('outlives whom and what it tells of', async () => {
    const property = await makeProperty(database());
    expect(
      (await refusalOf(database().sql('delete from public.accom_properties where id = $1', [property.id])))
        .code,
    ).toBe('23503');
  });

  it('tells of new settings who changed them and what they were, and of no other change', async () => {
    const property = await makeProperty(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    await ask(database(), manager, `update public.accom_properties set description = 'New' where id = $1`, [
      property.id,
    ]);
    await ask(
      database(),
      manager,
      `update public.accom_properties set access_settings = access_settings || '{"documents": "off"}' where id = $1`,
      [property.id],
    );
    const log = await database().sql(
      `select account_id, detail from public.audit_log where row_id = $1 and action = 'settings_changed'`,
      [property.id],
    );
    expect(log).toMatchObject([
      { account_id: manager.accountId, detail: { from: { documents: 'image' }, to: { documents: 'off' } } },
    ]);
  });
});

onNativePostgres('two at the desk at once', {}, (database) => {
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
      const places = args.map((_, index) => `$${index + 1}`).join(', ');
      const outcomes = await Promise.allSettled(
        Array.from({ length: 8 }, () =>
          actOn(connections, desk, (sql) => sql.unsafe(`select public.${name}(${places})`, args)),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const log = await database().sql('select from public.audit_log where row_id in ($1, $2)', [
        room.id,
        booking.id,
      ]);
      expect(log).toHaveLength(1);
    }
  };

  it('replace a code once', () => race('replace_room_code', ({ room, code }) => [room, code], 'confirmed'));
  it('check a guest in once', () => race('check_in', ({ booking }) => [booking], 'confirmed'));
  it('check a guest out once', () => race('check_out', ({ booking }) => [booking], 'checked_in'));

  it('set a PIN: the last one shown is the one that opens', async () => {
    const property = await makeProperty(database(), {}, { verification_method: 'pin' });
    const desk = await signUpMember(database(), property.id, 'staff');
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room);
    const pins = await Promise.all(
      Array.from({ length: 4 }, () => call(database(), desk, 'set_booking_pin', [booking.id])),
    );
    const outcomes = [];
    for (const pin of pins) outcomes.push(await verifyRoom(database(), room.room_code, { pin }));
    expect(outcomes.filter(({ ok }) => ok === true)).toHaveLength(1);
  });
});
