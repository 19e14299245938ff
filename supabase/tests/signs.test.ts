import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeClient, resolveRoom, unknownRoomCode } from './support/guest-calls.ts';
import { makeProperty, makeRoom, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, runOnConnection, signUp, signUpMember } from './support/people.ts';

const notFound = { code: 'PT404', message: 'not_found' };
const forbidden = { code: 'PT403', message: 'forbidden' };
const anotherCode = { code: 'PT409', message: 'conflict', detail: { reason: 'another_code_is_current' } };

const job = { format: 'L7165', locales: ['en', 'vi'], colour: '#1a6b5f', offsetX: 0.5, offsetY: -1 };

const signOf = (room: Room) => ({ kind: 'room', roomId: room.id, code: room.room_code });

async function print(
  database: TestDatabase,
  person: Person,
  propertyId: string,
  signs: unknown[],
  changes: object = {},
) {
  const [row] = await queryAs<{ id: string }>(
    database,
    person,
    'select public.record_print_job($1, $2::jsonb, $3::jsonb) as id',
    [propertyId, { ...job, ...changes }, signs],
  );
  return String(row?.id);
}

const readSigns = (database: TestDatabase, jobId: string) =>
  database.sql<{ code: string | null; room_number: string | null; died: boolean; room_id: string | null }>(
    `select code, room_number, died_at is not null as died, room_id from public.signs where job_id = $1 order by room_number`,
    [jobId],
  );

async function makePlace(database: TestDatabase) {
  const property = await makeProperty(database);
  const otherOwner = await signUpMember(database, (await makeProperty(database)).id, 'owner');
  return {
    property,
    room: await makeRoom(database, property),
    manager: await signUpMember(database, property.id, 'manager'),
    staff: await signUpMember(database, property.id, 'staff'),
    housekeeper: await signUpMember(database, property.id, 'housekeeper'),
    otherOwner,
  };
}

/** One network of the place, one of a part of it, and one of the room. */
async function setWifi(database: TestDatabase, propertyId: string, roomId: string) {
  await database.sql(
    `update public.accom_properties set wifi_network = 'River', wifi_password = 'welcome123',
       wifi_zones = '[{"name": "Terrace", "network": "Terrace"}]' where id = $1`,
    [propertyId],
  );
  await database.sql(
    `update public.accom_rooms set wifi_ssid = 'River 203', wifi_password = 'sleepwell1' where id = $1`,
    [roomId],
  );
}

onNativePostgres('the register of paper', {}, (database) => {
  it('staff write down what they printed: the codes of now, and what was chosen', async () => {
    const { property, room, staff } = await makePlace(database());
    const jobId = await print(database(), staff, property.id, [signOf(room), { kind: 'place' }]);
    expect(await readSigns(database(), jobId)).toEqual([
      { code: room.room_code, room_number: room.room_number, died: false, room_id: room.id },
      { code: null, room_number: null, died: false, room_id: null },
    ]);
    const [row] = await queryAs(
      database(),
      staff,
      'select format, locales, sign_count, offset_y_mm::float8 as y, account_id from public.print_jobs where id = $1',
      [jobId],
    );
    expect(row).toMatchObject({ format: 'L7165', locales: ['en', 'vi'], sign_count: 2, y: -1 });
    expect(row?.['account_id']).not.toBeNull();
  });

  it('a WiFi card is written down with its network, which must be one of the place: its own, a part’s or a room’s', async () => {
    const { property, room, staff } = await makePlace(database());
    const card = (network: string, password: string | null) => ({ kind: 'wifi', network, password });
    await setWifi(database(), property.id, room.id);
    const own = [card('River', 'welcome123'), card('Terrace', null), card('River 203', 'sleepwell1')];
    const jobId = await print(database(), staff, property.id, own);
    expect(
      await database().sql(
        'select wifi_network as network, wifi_password as password from public.signs where job_id = $1 order by created_at desc',
        [jobId],
      ),
    ).toEqual(own.map(({ network, password }) => ({ network, password })));
    for (const other of [card('Lake', 'welcome123'), card('River', 'another one'), card('River', null)]) {
      expect(await catchDatabaseError(print(database(), staff, property.id, [other]))).toMatchObject(
        anotherCode,
      );
    }
    for (const impossible of [{ kind: 'wifi' }, { ...signOf(room), network: 'River' }]) {
      expect(await catchDatabaseError(print(database(), staff, property.id, [impossible]))).toMatchObject({
        detail: { reason: 'printing_is_impossible' },
      });
    }
  });

  it.each([
    ['a colour that is none', { colour: 'url(//example.com)' }],
    ['no colour', { colour: null }],
    ['no language', { locales: [] }],
    ['a language that is none', { locales: ['<b>'] }],
    ['a format that is none', { format: '../etc' }],
    ['an offset off the paper', { offsetX: 400 }],
    ['an offset that is no number', { offsetY: 'left' }],
    ['languages that are no list', { locales: 'en' }],
    ['a logo at no place', { logoPosition: 'everywhere' }],
  ])('a printing with %s is an invalid request, and leaves nothing', async (_, changes) => {
    const { property, room, staff } = await makePlace(database());
    const refused = await catchDatabaseError(print(database(), staff, property.id, [signOf(room)], changes));
    expect(refused).toMatchObject({
      code: 'PT400',
      message: 'invalid_request',
      detail: { reason: 'printing_is_impossible' },
    });
    expect(
      await database().sql('select from public.print_jobs where property_id = $1', [property.id]),
    ).toEqual([]);
  });

  it('the signs of one printing follow each other in the register as on its pages, after those of a later one', async () => {
    const { property, staff } = await makePlace(database());
    const rooms: Room[] = [];
    for (let count = 0; count < 12; count += 1) rooms.push(await makeRoom(database(), property));
    const [last, ...printed] = rooms.reverse();
    await print(database(), staff, property.id, printed.map(signOf));
    await print(database(), staff, property.id, last === undefined ? [] : [signOf(last)]);
    const register = await queryAs<{ code: string }>(
      database(),
      staff,
      'select code from public.signs where property_id = $1 order by created_at desc, id desc',
      [property.id],
    );
    expect(register.map(({ code }) => code)).toEqual(rooms.map(({ room_code }) => room_code));
  });

  it('refuses housekeepers, other owners and strangers, and tells the last two nothing', async () => {
    const { property, room, housekeeper, otherOwner } = await makePlace(database());
    const stranger = await signUp(database(), `${crypto.randomUUID()}@example.com`);
    const attempt = (person: Person) =>
      catchDatabaseError(print(database(), person, property.id, [signOf(room)]));
    expect(await attempt(housekeeper)).toMatchObject(forbidden);
    expect(await attempt(otherOwner)).toMatchObject(notFound);
    expect(await attempt(stranger)).toMatchObject(notFound);
  });

  it('a code that is not the room’s own any more, or of another property, is not written down', async () => {
    const { property, room, staff, otherOwner } = await makePlace(database());
    const foreign = await makeRoom(database(), await makeProperty(database()));
    const attempt = (sign: unknown) =>
      catchDatabaseError(print(database(), staff, property.id, [signOf(room), sign]));
    expect(await attempt({ ...signOf(room), code: unknownRoomCode })).toMatchObject(anotherCode);
    expect(await attempt(signOf(foreign))).toMatchObject(anotherCode);
    expect(await queryAs(database(), staff, 'select id from public.print_jobs')).toEqual([]);
    expect(await queryAs(database(), otherOwner, 'select id from public.signs')).toEqual([]);
  });

  it('replacing a code marks the paper that it kills, and only that', async () => {
    const { property, room, manager } = await makePlace(database());
    const other = await makeRoom(database(), property);
    const jobId = await print(database(), manager, property.id, [signOf(room), signOf(other)]);
    await queryAs(database(), manager, 'select public.replace_room_code($1, $2)', [room.id, room.room_code]);
    const signs = await readSigns(database(), jobId);
    expect(signs.filter(({ died }) => died).map(({ code }) => code)).toEqual([room.room_code]);
  });

  it('WiFi cards die with their network or password, at the place, a part of it and a room, and live again with an undo', async () => {
    const { property, room, manager } = await makePlace(database());
    await setWifi(database(), property.id, room.id);
    const jobId = await print(database(), manager, property.id, [
      { kind: 'wifi', network: 'River', password: 'welcome123' },
      { kind: 'wifi', network: 'Terrace', password: null },
      { kind: 'wifi', network: 'River 203', password: 'sleepwell1' },
      signOf(room),
    ]);
    const readDead = async () => {
      const dead = await database().sql<{ network: string }>(
        `select coalesce(wifi_network, code) as network from public.signs where job_id = $1 and died_at is not null`,
        [jobId],
      );
      return dead.map(({ network }) => network).toSorted();
    };
    const change = (table: string, changes: string, id: string) =>
      queryAs(database(), manager, `update public.${table} set ${changes} where id = $1`, [id]);
    await change('accom_properties', `wifi_password = 'another one'`, property.id);
    expect(await readDead()).toEqual(['River']);
    await change('accom_properties', `wifi_zones = '[]'`, property.id);
    expect(await readDead()).toEqual(['River', 'Terrace']);
    await change('accom_properties', `wifi_password = 'welcome123'`, property.id);
    expect(await readDead()).toEqual(['Terrace']);
    await change('accom_rooms', `wifi_password = 'another one'`, room.id);
    expect(await readDead()).toEqual(['River 203', 'Terrace']);
    await change('accom_rooms', `wifi_password = 'sleepwell1'`, room.id);
    await queryAs(database(), manager, 'delete from public.accom_rooms where id = $1', [room.id]);
    expect(await readDead()).toEqual([room.room_code, 'River 203', 'Terrace'].toSorted());
    const [entry] = await database().sql<{ id: string }>(
      `select id from public.audit_log where row_id = $1 and action = 'removed'`,
      [room.id],
    );
    await queryAs(database(), manager, `select public.undo_change($1, 'by mistake')`, [entry?.id]);
    expect(await readDead()).toEqual(['Terrace']);
  });

  it('a WiFi card lives on while a room has its network, and the cards of other places are left alone', async () => {
    const { property, room, manager } = await makePlace(database());
    const neighbour = await makePlace(database());
    const card = { kind: 'wifi', network: 'River', password: 'welcome123' };
    const jobs: string[] = [];
    for (const one of [{ property, room, manager }, neighbour]) {
      await setWifi(database(), one.property.id, one.room.id);
      jobs.push(await print(database(), one.manager, one.property.id, [card]));
    }
    const setRoomWifi = (network: string | null, password: string | null) =>
      queryAs(
        database(),
        manager,
        'update public.accom_rooms set wifi_ssid = $2, wifi_password = $3 where id = $1',
        [room.id, network, password],
      );
    const readDied = () =>
      database().sql(
        'select died_at is not null as died from public.signs where job_id = any ($1) order by 1',
        [jobs],
      );
    await setRoomWifi('River', 'welcome123');
    await queryAs(
      database(),
      manager,
      'update public.accom_properties set wifi_network = null, wifi_password = null where id = $1',
      [property.id],
    );
    expect(await readDied()).toEqual([{ died: false }, { died: false }]);
    await setRoomWifi(null, null);
    expect(await readDied()).toEqual([{ died: false }, { died: true }]);
  });

  it('a removed room leaves its dead paper in the register, and undoing the removal brings both back', async () => {
    const { property, room, manager } = await makePlace(database());
    const jobId = await print(database(), manager, property.id, [signOf(room)]);
    await queryAs(database(), manager, 'delete from public.accom_rooms where id = $1', [room.id]);
    expect(await readSigns(database(), jobId)).toMatchObject([{ died: true, room_id: null }]);
    expect(await resolveRoom(database(), room.room_code)).toEqual({ ok: false, error: 'room_code_replaced' });
    const [entry] = await database().sql<{ id: string }>(
      `select id from public.audit_log where row_id = $1 and action = 'removed'`,
      [room.id],
    );
    await queryAs(database(), manager, `select public.undo_change($1, 'by mistake')`, [entry?.id]);
    expect(await readSigns(database(), jobId)).toMatchObject([{ died: false, room_id: room.id }]);
    expect(await resolveRoom(database(), room.room_code)).toMatchObject({ ok: true });
  });

  it('who printed may take the entry back for a day; nobody else, and not later', async () => {
    const { property, room, manager, staff, otherOwner } = await makePlace(database());
    const discard = (person: Person, jobId: string) =>
      queryAs(database(), person, 'select public.discard_print_job($1)', [jobId]);
    const jobId = await print(database(), staff, property.id, [signOf(room)]);
    expect(await catchDatabaseError(discard(manager, jobId))).toMatchObject(forbidden);
    expect(await catchDatabaseError(discard(otherOwner, jobId))).toMatchObject(notFound);
    await discard(staff, jobId);
    expect(await readSigns(database(), jobId)).toEqual([]);
    const old = await print(database(), staff, property.id, [signOf(room)]);
    await database().sql(
      `update public.print_jobs set created_at = now() - interval '25 hours' where id = $1`,
      [old],
    );
    expect(await catchDatabaseError(discard(staff, old))).toMatchObject({
      detail: { reason: 'print_is_old' },
    });
  });

  it('staff say where a sign hangs and that it is torn; it is logged, and the code and its death cannot be written', async () => {
    const { property, room, staff } = await makePlace(database());
    const jobId = await print(database(), staff, property.id, [signOf(room)]);
    const [changed] = await queryAs(
      database(),
      staff,
      `update public.signs set hangs_at = 'Beside the door', torn_at = now() where job_id = $1 returning id`,
      [jobId],
    );
    const log = await database().sql<{ to: Record<string, unknown> }>(
      `select detail -> 'to' as to from public.audit_log where row_id = $1`,
      [changed?.['id']],
    );
    expect(log).toMatchObject([{ to: { hangs_at: 'Beside the door' } }]);
    for (const column of ['code', 'died_at', 'seen_at', 'room_id', 'property_id']) {
      const write = queryAs(database(), staff, `update public.signs set ${column} = null where job_id = $1`, [
        jobId,
      ]);
      expect([column, (await catchDatabaseError(write)).code]).toEqual([column, '42501']);
    }
  });

  it('a room is torn until a whole sign of it is printed after the torn one, or the torn one is taken down', async () => {
    const { property, room, staff } = await makePlace(database());
    const change = (jobId: string, changes: string) =>
      queryAs(database(), staff, `update public.signs set ${changes} where job_id = $1`, [jobId]);
    const list = async (state: string) => {
      const [row] = await queryAs<{ found: { rooms: { id: string; isTorn: boolean }[] } }>(
        database(),
        staff,
        'select public.list_rooms_to_print($1, sign_state => $2) as found',
        [property.id, state],
      );
      return row?.found.rooms.map(({ id, isTorn }) => ({ id, isTorn }));
    };
    const torn = [{ id: room.id, isTorn: true }];
    const first = await print(database(), staff, property.id, [signOf(room)]);
    // The room has two: the one that hangs elsewhere does not make up for the torn one.
    await print(database(), staff, property.id, [signOf(room)]);
    expect(await list('torn')).toEqual([]);
    await change(first, 'torn_at = now()');
    expect(await list('torn')).toEqual(torn);
    const second = await print(database(), staff, property.id, [signOf(room)]);
    expect(await list('torn')).toEqual([]);
    expect(await list('')).toEqual([{ id: room.id, isTorn: false }]);
    // The new one is torn as well.
    await change(second, 'torn_at = now()');
    expect(await list('torn')).toEqual(torn);
    await change(second, 'removed_at = now()');
    await change(first, 'removed_at = now()');
    expect(await list('torn')).toEqual([]);
  });

  it('sixty printings an hour are enough for any place', async () => {
    const { property, room, staff } = await makePlace(database());
    await database().sql(
      `insert into public.print_jobs (property_id, format, locales, colour, offset_x_mm, offset_y_mm, sign_count)
       select $1, 'a4-1', '{en}', '#000000', 0, 0, 1 from generate_series(1, 60)`,
      [property.id],
    );
    const attempt = print(database(), staff, property.id, [signOf(room)]);
    expect(await catchDatabaseError(attempt)).toMatchObject({ code: 'PT429', message: 'rate_limited' });
  });
});

onNativePostgres('a code that was replaced', {}, (database) => {
  const replaceCode = async () => {
    const { property, room, manager } = await makePlace(database());
    await queryAs(database(), manager, 'select public.replace_room_code($1, $2)', [room.id, room.room_code]);
    return { property, room };
  };

  it('says so to whoever scans it, and nothing else: neither the room nor the property', async () => {
    const { room } = await replaceCode();
    expect(await resolveRoom(database(), room.room_code)).toEqual({ ok: false, error: 'room_code_replaced' });
    expect(await resolveRoom(database(), unknownRoomCode)).toEqual({ ok: false, error: 'room_not_found' });
  });

  it('is no miss: a house whose old signs still hang is not locked out of its new ones', async () => {
    const { room } = await replaceCode();
    const client = makeClient();
    for (let scan = 0; scan < 40; scan++) {
      expect(await resolveRoom(database(), room.room_code, client)).toMatchObject({
        error: 'room_code_replaced',
      });
    }
    expect(await resolveRoom(database(), unknownRoomCode, client)).toMatchObject({ error: 'room_not_found' });
  });

  it('does not get past the limit of misses either: who guesses too much learns nothing about it', async () => {
    const { room } = await replaceCode();
    await runWithinOneMinute(database(), async () => {
      const client = makeClient();
      for (let guess = 0; guess < 30; guess++) {
        await resolveRoom(database(), unknownRoomCode, client);
      }
      expect(await resolveRoom(database(), room.room_code, client)).toMatchObject({ error: 'rate_limited' });
    });
  });
});

onNativePostgres('the register of paper', {}, (database) => {
  it('has no sign as good whose code was replaced at the moment of its printing', async () => {
    const { property, manager, staff } = await makePlace(database());
    const rooms = await Promise.all(Array.from({ length: 20 }, () => makeRoom(database(), property)));
    const connections = database().connect({ max: 8 });
    const printed = (room: Room) =>
      runOnConnection(
        connections,
        staff,
        (sql) =>
          sql`select public.record_print_job(${property.id}, ${sql.json(job)}, ${sql.json([signOf(room)])})`,
      );
    const replaced = (room: Room) =>
      runOnConnection(
        connections,
        manager,
        (sql) => sql`select public.replace_room_code(${room.id}, ${room.room_code})`,
      );
    const outcomes = await Promise.allSettled(rooms.flatMap((room) => [printed(room), replaced(room)]));
    await connections.end();
    const wrong = await database().sql(
      `select s.id from public.signs s join public.accom_rooms r on r.id = s.room_id
       where s.died_at is null and s.code <> r.room_code`,
    );
    expect(wrong).toEqual([]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(20);
  });
});
