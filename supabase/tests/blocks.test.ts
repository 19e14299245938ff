import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  call,
  conflict,
  dayFromToday,
  forbidden,
  impossible,
  notFound,
  undoLast,
} from './support/desk-calls.ts';
import { callAsStaysServer, makeClient } from './support/guest-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property, type Room } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, signUpMember } from './support/people.ts';

const takenByBlock = {
  code: 'PT409',
  message: 'conflict',
  detail: { reason: 'bed_is_taken', obstacle: { kind: 'block' } },
};

onNativePostgres('blocks', {}, (database) => {
  let property: Property;
  let staff: Person;
  let manager: Person;
  const day = (days: number) => dayFromToday(database(), days);
  const run = (name: string, args: Record<string, unknown>, person = staff) =>
    call(database(), person, name, args);
  const add = async (room: Room, [from, until]: [number, number], more: Record<string, unknown> = {}) => {
    const args = {
      room_id: room.id,
      kind: 'closed',
      from_date: await day(from),
      until_date: await day(until),
    };
    return (await run('add_room_block', { ...args, ...more })) as { id: string; version: string };
  };
  const book = async (room: Room, [from, until]: [number, number], bed = '') =>
    run('create_booking', {
      room_id: room.id,
      check_in: await day(from),
      check_out: await day(until),
      guest_name: 'Ana Lee',
      guest_last_name: 'Lee',
      bed,
    });
  const change = async (block: { id: string; version: string }, room: Room, days: [number, number]) =>
    run('change_room_block', {
      block_id: block.id,
      version: block.version,
      room_id: room.id,
      kind: 'maintenance',
      from_date: await day(days[0]),
      until_date: await day(days[1]),
      note: 'Pipes',
    });
  const readBlock = async (id: string) =>
    (await database().sql('select * from public.room_blocks where id = $1', [id]))[0];
  const isFree = async (room: Room, [from, until]: [number, number], bed = '') => {
    const beds = (await run('list_free_beds', {
      property_id: property.id,
      check_in: await day(from),
      check_out: await day(until),
    })) as unknown as { roomId: string; bed: string }[];
    return beds.some((one) => one.roomId === room.id && one.bed === bed);
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    manager = await signUpMember(database(), property.id, 'manager');
  });

  it('nobody books a room while it is blocked, and both its neighbours are free', async () => {
    const room = await makeRoom(database(), property);
    await add(room, [3, 6]);
    expect(await catchDatabaseError(book(room, [5, 7]))).toMatchObject(takenByBlock);
    expect(await isFree(room, [5, 7])).toBe(false);
    await book(room, [1, 3]);
    await book(room, [6, 8]);
  });

  it('a bed is free until it is blocked or its next guest comes, whichever is first, and not after that', async () => {
    const [room, dorm] = [
      await makeRoom(database(), property),
      await makeRoom(database(), property, { beds: ['a', 'b'] }),
    ];
    const freeUntil = async (from: number, until: number, except: string | null = null) => {
      const beds = (await run('list_free_beds', {
        property_id: property.id,
        check_in: await day(from),
        check_out: await day(until),
        except_booking: except,
      })) as unknown as { roomId: string; bed: string; freeUntil: string | null }[];
      const of = (one: Room) => beds.filter(({ roomId }) => roomId === one.id).map((bed) => bed.freeUntil);
      return { room: of(room), dorm: of(dorm) };
    };
    expect(await freeUntil(0, 1)).toEqual({ room: [null], dorm: [null, null] });
    await add(room, [1, 4]);
    await add(dorm, [2, 4], { bed: 'b' });
    const next = await makeBooking(database(), room, { from: 6, to: 8, early_from: '09:00' });
    expect(await freeUntil(0, 1)).toEqual({ room: [await day(1)], dorm: [null, await day(2)] });
    expect(await freeUntil(4, 5)).toEqual({ room: [await day(6)], dorm: [null, null] });
    expect(await freeUntil(4, 5, next.id)).toMatchObject({ room: [null] });
    expect(await freeUntil(8, 9)).toEqual({ room: [null], dorm: [null, null] });
    await add(dorm, [9, 12]);
    expect(await freeUntil(8, 9)).toMatchObject({ dorm: [await day(9), await day(9)] });
  });

  it.each(['pending', 'confirmed', 'checked_in'])(
    'a room with a stay that is %s is not blocked, and the desk reads which stay it is',
    async (status) => {
      const room = await makeRoom(database(), property);
      const stay = await makeBooking(database(), room, { from: 0, to: 3, status });
      expect(await catchDatabaseError(add(room, [2, 5]))).toMatchObject({
        code: 'PT409',
        detail: {
          reason: 'bed_is_taken',
          obstacle: { kind: 'stay', id: stay.id, guestName: 'Sarah Johnson', status },
        },
      });
    },
  );

  it.each(['cancelled', 'no_show', 'checked_out'])(
    'a stay that is %s is in no way of a block',
    async (status) => {
      const room = await makeRoom(database(), property);
      await makeBooking(database(), room, { from: 0, to: 3, status });
      await add(room, [0, 3]);
    },
  );

  it('two blocks of one room do not overlap', async () => {
    const room = await makeRoom(database(), property);
    const first = await add(room, [3, 6]);
    expect(await catchDatabaseError(add(room, [5, 7]))).toMatchObject({
      detail: { reason: 'bed_is_taken', obstacle: { kind: 'block', id: first.id, blockKind: 'closed' } },
    });
  });

  describe('in a dorm', () => {
    it('a block of one bed leaves the others free, and a block of the room takes them all', async () => {
      const room = await makeRoom(database(), property, { beds: ['A', 'B'] });
      await add(room, [3, 6], { bed: 'A' });
      await book(room, [3, 6], 'B');
      expect(await catchDatabaseError(book(room, [3, 6], 'A'))).toMatchObject(takenByBlock);
      expect(await catchDatabaseError(add(room, [5, 7]))).toMatchObject({
        detail: { reason: 'bed_is_taken' },
      });
      await add(room, [6, 8]);
      expect([await isFree(room, [6, 7], 'A'), await isFree(room, [6, 7], 'B')]).toEqual([false, false]);
    });

    it('a bed that the room gets while it is blocked is blocked too', async () => {
      const room = await makeRoom(database(), property, { beds: ['A'] });
      await add(room, [3, 6]);
      await database().sql(`update public.accom_rooms set beds = '{A,B}' where id = $1`, [room.id]);
      expect(await catchDatabaseError(book(room, [3, 6], 'B'))).toMatchObject(takenByBlock);
      await database().sql(`update public.accom_rooms set beds = '{}' where id = $1`, [room.id]);
      expect(await catchDatabaseError(book(room, [3, 6]))).toMatchObject(takenByBlock);
    });

    it('a bed that is blocked alone is not taken away', async () => {
      const room = await makeRoom(database(), property, { beds: ['A', 'B'] });
      await add(room, [3, 6], { bed: 'A' });
      expect(
        await catchDatabaseError(
          database().sql(`update public.accom_rooms set beds = '{B}' where id = $1`, [room.id]),
        ),
      ).toEqual(conflict('bed_is_booked'));
    });

    it('a bed that does not exist is not blocked', async () => {
      const dorm = await makeRoom(database(), property, { beds: ['A'] });
      const refusal = { code: 'PT400', message: 'invalid_request', detail: { reason: 'no_such_bed' } };
      expect(await catchDatabaseError(add(dorm, [1, 2], { bed: 'C' }))).toEqual(refusal);
      expect(
        await catchDatabaseError(add(await makeRoom(database(), property), [1, 2], { bed: 'A' })),
      ).toEqual(refusal);
    });
  });

  it('a guest is offered no room that is blocked', async () => {
    const place = await makeProperty(database());
    const room = await makeRoom(database(), place);
    const desk = await signUpMember(database(), place.id, 'staff');
    const nights = { from: await day(3), to: await day(6) };
    const countOffers = async () => {
      const found = await callAsStaysServer(database(), 'public.get_availability($1, $2, $3, $4, $5)', [
        place.slug,
        nights.from,
        nights.to,
        1,
        makeClient(),
      ]);
      return (found['options'] as unknown[]).length;
    };
    expect(await countOffers()).toBe(1);
    await run(
      'add_room_block',
      { room_id: room.id, kind: 'closed', from_date: nights.from, until_date: nights.to },
      desk,
    );
    expect(await countOffers()).toBe(0);
  });

  describe('a change', () => {
    it('gives a block other days, another room, kind and note, at the version that was read', async () => {
      const [room, other] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      const block = await add(room, [3, 6]);
      const changed = (await change(block, other, [2, 4])) as { version: string };
      expect(await readBlock(block.id)).toMatchObject({
        room_id: other.id,
        kind: 'maintenance',
        note: 'Pipes',
      });
      expect(await isFree(room, [3, 6])).toBe(true);
      expect(await isFree(other, [2, 4])).toBe(false);
      expect(await catchDatabaseError(change(block, room, [2, 4]))).toEqual(conflict('changed_meanwhile'));
      await change({ ...block, ...changed }, room, [2, 4]);
    });

    it('is refused where a stay is, and the block stays as it was', async () => {
      const [room, other] = [await makeRoom(database(), property), await makeRoom(database(), property)];
      const stay = await makeBooking(database(), other, { from: 3, to: 5 });
      const block = await add(room, [3, 6]);
      expect(await catchDatabaseError(change(block, other, [3, 6]))).toMatchObject({
        detail: { reason: 'bed_is_taken', obstacle: { id: stay.id } },
      });
      expect(await readBlock(block.id)).toMatchObject({ room_id: room.id, kind: 'closed' });
    });
  });

  it.each([
    ['no day', [3, 3]],
    ['days in the wrong order', [5, 3]],
    ['too long a note', [3, 5], { note: 'x'.repeat(501) }],
  ] as [string, [number, number], Record<string, unknown>?][])(
    '%s is refused',
    async (_, days, more = {}) => {
      const room = await makeRoom(database(), property);
      expect(await catchDatabaseError(add(room, days, more))).toEqual(impossible('block_is_impossible'));
    },
  );

  describe('undo', () => {
    it('takes an added block away', async () => {
      const room = await makeRoom(database(), property);
      const { id } = await add(room, [3, 6]);
      await undoLast(database(), staff, id);
      expect(await readBlock(id)).toBeUndefined();
      await book(room, [3, 6]);
    });

    it('brings a removed block back, unless somebody booked its days meanwhile', async () => {
      const room = await makeRoom(database(), property);
      const first = await add(room, [3, 6], { note: 'Paint' });
      await run('remove_room_block', { block_id: first.id, version: first.version });
      await undoLast(database(), staff, first.id);
      expect(await readBlock(first.id)).toMatchObject({ note: 'Paint' });
      expect(await isFree(room, [4, 5])).toBe(false);
      const second = await add(room, [8, 9]);
      await run('remove_room_block', { block_id: second.id, version: second.version });
      await book(room, [8, 9]);
      expect(await catchDatabaseError(undoLast(database(), staff, second.id))).toEqual(
        conflict('taken_meanwhile'),
      );
    });

    it('gives a changed block its days back', async () => {
      const room = await makeRoom(database(), property);
      const block = await add(room, [3, 6]);
      await change(block, room, [10, 12]);
      await undoLast(database(), staff, block.id);
      expect([await isFree(room, [3, 6]), await isFree(room, [10, 12])]).toEqual([false, true]);
    });
  });

  it('a room that is removed takes its blocks along, and comes back with them', async () => {
    const room = await makeRoom(database(), property);
    const { id } = await add(room, [3, 6]);
    await queryAs(database(), manager, 'delete from public.accom_rooms where id = $1', [room.id]);
    expect(await readBlock(id)).toBeUndefined();
    await undoLast(database(), manager, room.id);
    expect(await readBlock(id)).toBeDefined();
    expect(await catchDatabaseError(book(room, [3, 6]))).toMatchObject(takenByBlock);
  });

  it('housekeepers and members of another place change no block', async () => {
    const room = await makeRoom(database(), property);
    const block = await add(room, [3, 6]);
    const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
    const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    for (const [person, refusal] of [
      [housekeeper, forbidden],
      [stranger, notFound],
    ] as const) {
      for (const [name, args] of [
        [
          'add_room_block',
          { room_id: room.id, kind: 'closed', from_date: '2030-01-01', until_date: '2030-01-02' },
        ],
        ['remove_room_block', { block_id: block.id, version: block.version }],
        [
          'change_room_block',
          {
            block_id: block.id,
            version: block.version,
            room_id: room.id,
            kind: 'closed',
            from_date: '2030-01-01',
            until_date: '2030-01-02',
          },
        ],
      ] as const) {
        expect(await catchDatabaseError(run(name, args, person))).toEqual(refusal);
      }
    }
  });

  it('a block does not go to a room of another place of the same person', async () => {
    const block = await add(await makeRoom(database(), property), [3, 6]);
    const foreign = await makeRoom(database(), await makeProperty(database()));
    expect(await catchDatabaseError(change(block, foreign, [3, 6]))).toEqual(notFound);
  });
});
