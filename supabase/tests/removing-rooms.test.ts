import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
  type Room,
} from './support/make-property.ts';
import { makeRoomType } from './support/make-room-type.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type MemberRole, type Person, queryAs, signUp, signUpMember } from './support/people.ts';

onNativePostgres('removing rooms', {}, (database) => {
  let property: Property;
  const people = {} as Record<MemberRole | 'stranger', Person>;
  beforeAll(async () => {
    property = await makeProperty(database());
    for (const role of ['owner', 'manager', 'staff', 'housekeeper'] as const) {
      people[role] = await signUpMember(database(), property.id, role);
    }
    people.stranger = await signUp(database(), 'stranger@example.com');
  });

  const removeAs = (person: Person, { id }: Room) =>
    queryAs(database(), person, 'delete from public.accom_rooms where id = $1 returning id', [id]);
  const isThere = async ({ id }: Room) =>
    (await database().sql('select from public.accom_rooms where id = $1', [id])).length === 1;
  /** What a stay left behind, with nothing else that names the room but its access code. */
  const leave = async (table: string, room: Room, columns: Record<string, unknown>) => {
    const session = await makeSession(database(), room);
    await insertRow(database(), table, {
      property_id: property.id,
      room_id: room.id,
      guest_session_id: session.id,
      ...columns,
    });
  };

  it.each<[string, (room: Room) => Promise<unknown>]>([
    ['a booking to come', (room) => makeBooking(database(), room, { from: 5, to: 7 })],
    ['a stay of long ago', (room) => makeBooking(database(), room, { from: -90, to: -88 })],
    ['an order', (room) => leave('accom_service_orders', room, { total: 0, currency: 'VND' })],
    ['a report', (room) => leave('incidents', room, { title: 'Cold shower' })],
  ])('a room with %s stays, and its owner and manager are told why', async (_, leaveBehind) => {
    const room = await makeRoom(database(), property);
    await leaveBehind(room);
    for (const person of [people.owner, people.manager]) {
      expect(await catchDatabaseError(removeAs(person, room))).toMatchObject({
        code: 'PT409',
        detail: { reason: 'room_has_stays' },
      });
    }
    expect(await isThere(room)).toBe(true);
  });

  it.each(['staff', 'housekeeper', 'stranger'] as const)(
    'a %s removes no room, and learns nothing of its stays',
    async (role) => {
      const [empty, used] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      await makeBooking(database(), used);
      expect(await removeAs(people[role], empty)).toEqual([]);
      expect(await removeAs(people[role], used)).toEqual([]);
      expect(await isThere(empty)).toBe(true);
    },
  );

  it.each(['owner', 'manager'] as const)('a %s removes a room without stays', async (role) => {
    const room = await makeRoom(database(), property);
    expect(await removeAs(people[role], room)).toEqual([{ id: room.id }]);
  });

  it('with a property its rooms and their types go', async () => {
    const closing = await makeProperty(database());
    const type = await makeRoomType(database(), closing);
    await makeRoom(database(), closing, { room_type_id: type.id });
    // An entry of the log keeps its property for good, so this one must have none.
    await database().sql('alter table public.audit_log disable trigger audit_log_is_append_only');
    await database().sql('delete from public.audit_log where property_id = $1', [closing.id]);
    await database().sql('alter table public.audit_log enable trigger audit_log_is_append_only');
    await database().sql('delete from public.property_members where property_id = $1 and role <> $2', [
      closing.id,
      'owner',
    ]);
    await database().sql('delete from public.accom_properties where id = $1', [closing.id]);
    expect(
      await database().sql('select from public.accom_rooms where property_id = $1', [closing.id]),
    ).toEqual([]);
  });
});
