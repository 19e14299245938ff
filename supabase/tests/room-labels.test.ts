import { beforeAll, expect, it } from 'vitest';
import { newClient } from './support/guest-calls.ts';
import { makeProperty, makeRoom, type Property, type Room } from './support/make-place.ts';
import { onEachEngine } from './support/on-each-engine.ts';

const open = { readable_room_links: true };
const unknown = { ok: false, error: 'room_not_found' };

onEachEngine('a room’s readable name', {}, (database) => {
  let property: Property;
  let room: Room;
  beforeAll(async () => {
    property = await makeProperty(database(), {}, open);
    room = await makeRoom(database(), property, { room_number: 'Garden 2a' });
  });
  const nameOf = (place: Property, { room_number }: Room) => `${place['short_code']}-${room_number}`;
  const ask = async (label: string | null, client = newClient()) => {
    const [row] = await database().as('guest_api', {}, (sql) =>
      sql('select public.resolve_room_label($1, $2) as outcome', [label, client]),
    );
    return row?.['outcome'];
  };

  it('opens the room, however it is written', async () => {
    const found = { ok: true, roomCode: room.room_code };
    const name = nameOf(property, room);
    for (const label of [name, name.toLowerCase(), name.toUpperCase()]) {
      expect(await ask(label)).toEqual(found);
    }
  });

  it('is the door that was written, where two differ by a letter’s size alone', async () => {
    const other = await makeRoom(database(), property, { room_number: 'GARDEN 2A' });
    expect(await ask(nameOf(property, room))).toEqual({ ok: true, roomCode: room.room_code });
    expect(await ask(nameOf(property, other))).toEqual({ ok: true, roomCode: other.room_code });
  });

  it('opens nothing unless its owner lets it, nor in a place or a room that is closed', async () => {
    const places = [
      await makeProperty(database()),
      await makeProperty(database(), { is_active: false }, open),
      await makeProperty(database(), {}, { readable_room_links: false }),
    ];
    for (const place of places) {
      expect(await ask(nameOf(place, await makeRoom(database(), place)))).toEqual(unknown);
    }
    const closed = await makeRoom(database(), property, { is_active: false });
    expect(await ask(nameOf(property, closed))).toEqual(unknown);
  });

  it('belongs to one place: another’s number does not open there', async () => {
    const neighbour = await makeProperty(database(), {}, open);
    expect(await ask(nameOf(neighbour, room))).toEqual(unknown);
  });

  it.each([null, '', '-', 'Garden 2a', '%-%', "' or true --", `${'A'.repeat(5)}-`])(
    'is not %j',
    async (label) => {
      expect(await ask(label)).toEqual(unknown);
    },
  );

  it('is counted when it leads nowhere, and after too many no name is looked up', async () => {
    const client = newClient();
    await ask('NOWHERE-1', client);
    const key = `miss/day:${client}`;
    const [misses] = await database().sql('select hits from public.rate_limits where key = $1', [key]);
    expect(misses).toEqual({ hits: 1 });
    await database().sql('update public.rate_limits set hits = 300 where key = $1', [key]);
    expect(await ask(nameOf(property, room), client)).toMatchObject({ ok: false, error: 'rate_limited' });
  });
});
