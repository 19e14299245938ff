import { beforeAll, expect, it } from 'vitest';
import { makeClient } from './support/guest-calls.ts';
import { makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';

const open = { readable_room_links: true };
const unknown = { ok: false, error: 'room_not_found' };

onNativePostgres('resolve_room_label', {}, (database) => {
  let property: Property;
  let room: Room;
  beforeAll(async () => {
    property = await makeProperty(database(), {}, open);
    room = await makeRoom(database(), property, { room_number: 'Garden 2a' });
  });
  const labelOf = (of: Property, { room_number }: Room) => `${of['short_code']}-${room_number}`;
  const resolveLabel = async (label: string | null, client = makeClient()) => {
    const [row] = await database().as('guest_api', {}, (sql) =>
      sql('select public.resolve_room_label($1, $2) as outcome', [label, client]),
    );
    return row?.['outcome'];
  };

  it('a room label opens its room in any case of letters', async () => {
    const found = { ok: true, roomCode: room.room_code };
    const name = labelOf(property, room);
    for (const label of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect(await resolveLabel(label)).toEqual(found);
    }
  });

  it('of two room labels that differ in case only, each opens its own room', async () => {
    const other = await makeProperty(database(), {}, open);
    for (const room_number of ['Garden 2a', 'GARDEN 2A']) {
      const { room_code } = await makeRoom(database(), other, { room_number });
      expect(await resolveLabel(`${other['short_code']}-${room_number}`)).toEqual({
        ok: true,
        roomCode: room_code,
      });
    }
  });

  it('a room label opens nothing where readable links are off or the property or room is inactive', async () => {
    const closedProperties = [
      await makeProperty(database()),
      await makeProperty(database(), { is_active: false }, open),
      await makeProperty(database(), {}, { readable_room_links: false }),
    ];
    for (const closedProperty of closedProperties) {
      expect(await resolveLabel(labelOf(closedProperty, await makeRoom(database(), closedProperty)))).toEqual(
        unknown,
      );
    }
    const closed = await makeRoom(database(), property, { is_active: false });
    expect(await resolveLabel(labelOf(property, closed))).toEqual(unknown);
  });

  it('a room number does not open a room of another property', async () => {
    const neighbour = await makeProperty(database(), {}, open);
    expect(await resolveLabel(labelOf(neighbour, room))).toEqual(unknown);
  });

  it.each([null, '', '-', 'Garden 2a', '%-%', "' or true --", `${'A'.repeat(5)}-`])(
    'resolve_room_label finds no room for %j',
    async (label) => {
      expect(await resolveLabel(label)).toEqual(unknown);
    },
  );

  it('an unknown room label counts as a miss, and too many misses refuse even a known one', async () => {
    const client = makeClient();
    await resolveLabel('NOWHERE-1', client);
    const key = `miss/day:${client}`;
    const [misses] = await database().sql('select hits from public.rate_limits where key = $1', [key]);
    expect(misses).toEqual({ hits: 1 });
    await database().sql('update public.rate_limits set hits = 300 where key = $1', [key]);
    expect(await resolveLabel(labelOf(property, room), client)).toMatchObject({
      ok: false,
      error: 'rate_limited',
    });
  });
});
