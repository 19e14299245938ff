import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { unknownRoomCode } from './support/guest-calls.ts';
import { makeProperty, makeRoom } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUp, signUpMember } from './support/people.ts';

const notFound = { code: 'PT404', message: 'not_found' };
const forbidden = { code: 'PT403', message: 'forbidden' };

const job = { format: 'a6', locales: ['en'], colour: '#000000', offsetX: 0, offsetY: 0 };

async function call(database: TestDatabase, person: Person, text: string, values: unknown[]) {
  const [row] = await queryAs<{ result: unknown }>(
    database,
    person,
    `select public.${text} as result`,
    values,
  );
  return row?.result;
}

async function startWalk(database: TestDatabase) {
  const property = await makeProperty(database);
  const room = await makeRoom(database, property);
  const staff = await signUpMember(database, property.id, 'staff');
  const walkId = String(await call(database, staff, 'start_walk($1)', [property.id]));
  const scan = (code: string, isOurs = true, person: Person = staff) =>
    call(database, person, 'scan_on_walk($1, $2, $3)', [walkId, code, isOurs]);
  const scanWifi = (network: string, password: string | null, person: Person = staff) =>
    call(database, person, 'scan_wifi_on_walk($1, $2, $3)', [walkId, network, password]);
  return { property, room, staff, walkId, scan, scanWifi };
}

onNativePostgres('walking the rooms', {}, (database) => {
  it('a walk goes on where it was left, for whoever works there', async () => {
    const { property, staff, walkId } = await startWalk(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    expect(await call(database(), staff, 'start_walk($1)', [property.id])).toBe(walkId);
    expect(await call(database(), manager, 'start_walk($1)', [property.id])).toBe(walkId);
    await call(database(), manager, 'finish_walk($1)', [walkId]);
    expect(await call(database(), staff, 'start_walk($1)', [property.id])).not.toBe(walkId);
  });

  it('a code of the wall is ticked off once, and its sign was seen', async () => {
    const { property, room, staff, scan } = await startWalk(database());
    await call(database(), staff, 'record_print_job($1, $2::jsonb, $3::jsonb)', [
      property.id,
      job,
      [{ kind: 'room', roomId: room.id, code: room.room_code }],
    ]);
    const found = { verdict: 'current', roomNumber: room.room_number };
    expect(await scan(room.room_code)).toEqual({ ...found, isNew: true });
    expect(await scan(room.room_code)).toEqual({ ...found, isNew: false });
    const [sign] = await database().sql(
      'select seen_at is not null as seen from public.signs where room_id = $1',
      [room.id],
    );
    expect(sign).toEqual({ seen: true });
  });

  it('a replaced code is dead, and the number of its room is told where its paper is in the register', async () => {
    const { property, room, staff, scan } = await startWalk(database());
    const manager = await signUpMember(database(), property.id, 'manager');
    await call(database(), staff, 'record_print_job($1, $2::jsonb, $3::jsonb)', [
      property.id,
      job,
      [{ kind: 'room', roomId: room.id, code: room.room_code }],
    ]);
    await call(database(), manager, 'replace_room_code($1, $2)', [room.id, room.room_code]);
    expect(await scan(room.room_code)).toEqual({
      verdict: 'dead',
      roomNumber: room.room_number,
      isNew: true,
    });
  });

  it('codes of another property, dead or alive, are as foreign as codes that were never drawn', async () => {
    const { scan } = await startWalk(database());
    const other = await makeProperty(database());
    const [alive, dead] = [await makeRoom(database(), other), await makeRoom(database(), other)];
    const manager = await signUpMember(database(), other.id, 'manager');
    await call(database(), manager, 'replace_room_code($1, $2)', [dead.id, dead.room_code]);
    const foreign = { verdict: 'foreign', roomNumber: null, isNew: true };
    for (const code of [alive.room_code, dead.room_code, unknownRoomCode]) {
      expect(await scan(code)).toEqual(foreign);
    }
  });

  it('our own code behind an address that is not ours is foreign: that is how a pasted-over sign looks', async () => {
    const { room, scan } = await startWalk(database());
    const text = `https://evil.test/stay/room/${room.room_code}`;
    expect(await scan(text, false)).toEqual({ verdict: 'foreign', roomNumber: null, isNew: true });
    expect(await scan(room.room_code, false)).toMatchObject({ verdict: 'foreign' });
  });

  it('a WiFi card is good while its network and password are ours, and foreign where the network is none of ours', async () => {
    const { property, staff, scanWifi } = await startWalk(database());
    const setWifi = (network: string, password: string | null) =>
      database().sql(
        'update public.accom_properties set wifi_network = $2, wifi_password = $3 where id = $1',
        [property.id, network, password],
      );
    const seen = () =>
      database().sql(
        'select wifi_password, seen_at is not null as seen from public.signs where property_id = $1',
        [property.id],
      );
    await setWifi('River', 'welcome123');
    await call(database(), staff, 'record_print_job($1, $2::jsonb, $3::jsonb)', [
      property.id,
      job,
      [{ kind: 'wifi', network: 'River', password: 'welcome123' }],
    ]);
    expect(await scanWifi('Lake', 'welcome123')).toMatchObject({ verdict: 'foreign', isNew: true });
    expect(await scanWifi('Lake', 'welcome123')).toMatchObject({ verdict: 'foreign', isNew: false });
    expect(await seen()).toEqual([{ wifi_password: 'welcome123', seen: false }]);
    expect(await scanWifi('River', 'welcome123')).toMatchObject({ verdict: 'current' });
    expect(await seen()).toEqual([{ wifi_password: 'welcome123', seen: true }]);
    for (const password of ['another one', null]) {
      expect(await scanWifi('River', password)).toMatchObject({ verdict: 'dead' });
    }
    // The place has another network now; the register tells that this was its own.
    await setWifi('Shore', null);
    expect(await scanWifi('River', 'welcome123')).toMatchObject({ verdict: 'dead' });
    expect(await scanWifi('Shore', null)).toMatchObject({ verdict: 'current' });
    expect(await scanWifi('Shore', 'welcome123')).toMatchObject({ verdict: 'dead' });
  });

  it('the networks of parts and rooms are ours, another place’s is foreign, and a walk names what has to come down', async () => {
    const { property, room, walkId, staff, scanWifi } = await startWalk(database());
    await database().sql('update public.accom_properties set wifi_zones = $2::jsonb where id = $1', [
      property.id,
      JSON.stringify([{ name: 'Terrace', network: 'Terrace', password: null }]),
    ]);
    await database().sql(
      `update public.accom_rooms set wifi_ssid = 'Room', wifi_password = 'sleepwell1' where id = $1`,
      [room.id],
    );
    const other = await makeProperty(database());
    await database().sql(`update public.accom_properties set wifi_network = 'Next door' where id = $1`, [
      other.id,
    ]);
    expect(await scanWifi('Terrace', null)).toMatchObject({ verdict: 'current' });
    expect(await scanWifi('Room', 'sleepwell1')).toMatchObject({ verdict: 'current' });
    expect(await scanWifi('Room', 'an old one')).toMatchObject({ verdict: 'dead' });
    expect(await scanWifi('Terrace', 'an old one')).toMatchObject({ verdict: 'dead' });
    expect(await scanWifi('Next door', null)).toMatchObject({ verdict: 'foreign' });
    const walk = (await call(database(), staff, 'read_walk($1)', [walkId])) as { found: unknown[] };
    expect(walk.found).toMatchObject([
      { kind: 'wifi', code: 'Next door', verdict: 'foreign', roomNumber: null },
      { kind: 'wifi', code: 'Terrace', verdict: 'dead' },
      { kind: 'wifi', code: 'Room', verdict: 'dead' },
    ]);
  });

  it('the sign of the place was seen, unless it was taken down', async () => {
    const { property, walkId, staff } = await startWalk(database());
    await call(database(), staff, 'record_print_job($1, $2::jsonb, $3::jsonb)', [
      property.id,
      job,
      [{ kind: 'place' }, { kind: 'place' }],
    ]);
    const [gone] = await database().sql<{ id: string }>(
      'select id from public.signs where property_id = $1 limit 1',
      [property.id],
    );
    await database().sql('update public.signs set removed_at = now() where id = $1', [gone?.id]);
    await call(database(), staff, 'see_place_sign_on_walk($1)', [walkId]);
    const signs = await database().sql(
      'select removed_at is not null as removed, seen_at is not null as seen from public.signs where property_id = $1 order by 1',
      [property.id],
    );
    expect(signs).toEqual([
      { removed: false, seen: true },
      { removed: true, seen: false },
    ]);
  });

  it('a name that no network can have is an invalid request', async () => {
    const { scanWifi } = await startWalk(database());
    expect(await catchDatabaseError(scanWifi('', null))).toMatchObject({ code: 'PT400' });
  });

  it('housekeepers are refused; other owners and strangers find no walk', async () => {
    const { property, room, walkId, scan, scanWifi } = await startWalk(database());
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const otherOwner = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const stranger = await signUp(database(), `${crypto.randomUUID()}@example.com`);
    for (const [person, error] of [
      [housekeeper, forbidden],
      [otherOwner, notFound],
      [stranger, notFound],
    ] as const) {
      expect(await catchDatabaseError(scan(room.room_code, true, person))).toMatchObject(error);
      expect(await catchDatabaseError(scanWifi('River', null, person))).toMatchObject(error);
      expect(
        await catchDatabaseError(call(database(), person, 'see_place_sign_on_walk($1)', [walkId])),
      ).toMatchObject(error);
      expect(
        await catchDatabaseError(call(database(), person, 'start_walk($1)', [property.id])),
      ).toMatchObject(error);
      expect(await catchDatabaseError(call(database(), person, 'finish_walk($1)', [walkId]))).toMatchObject(
        error,
      );
      expect(await queryAs(database(), person, 'select id from public.walk_scans')).toEqual([]);
    }
  });

  it('a finished walk takes no more codes', async () => {
    const { room, staff, walkId, scan, scanWifi } = await startWalk(database());
    await call(database(), staff, 'finish_walk($1)', [walkId]);
    for (const refused of [
      () => scan(room.room_code),
      () => scanWifi('River', null),
      () => call(database(), staff, 'see_place_sign_on_walk($1)', [walkId]),
    ]) {
      expect(await catchDatabaseError(refused())).toMatchObject({ detail: { reason: 'walk_is_finished' } });
    }
  });
});
