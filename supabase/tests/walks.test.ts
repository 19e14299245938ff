import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { unknownRoomCode } from './support/guest-calls.ts';
import { makeProperty, makeRoom } from './support/make-property.ts';
import { onEachEngine } from './support/on-each-engine.ts';
import { type Person, queryAs, signUp, signUpMember } from './support/people.ts';

const notFound = { code: 'PT404', message: 'not_found' };
const forbidden = { code: 'PT403', message: 'forbidden' };

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
  return { property, room, staff, walkId, scan };
}

onEachEngine('walking the rooms', {}, (database) => {
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
      { format: 'a6', locales: ['en'], colour: '#000000', offsetX: 0, offsetY: 0 },
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
      { format: 'a6', locales: ['en'], colour: '#000000', offsetX: 0, offsetY: 0 },
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

  it('housekeepers are refused; other owners and strangers find no walk', async () => {
    const { property, room, walkId, scan } = await startWalk(database());
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const otherOwner = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    const stranger = await signUp(database(), `${crypto.randomUUID()}@example.com`);
    for (const [person, error] of [
      [housekeeper, forbidden],
      [otherOwner, notFound],
      [stranger, notFound],
    ] as const) {
      expect(await catchDatabaseError(scan(room.room_code, true, person))).toMatchObject(error);
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
    const { room, staff, walkId, scan } = await startWalk(database());
    await call(database(), staff, 'finish_walk($1)', [walkId]);
    expect(await catchDatabaseError(scan(room.room_code))).toMatchObject({
      detail: { reason: 'walk_is_finished' },
    });
  });
});
