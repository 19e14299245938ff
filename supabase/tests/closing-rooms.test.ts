import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import {
  insertRow,
  makeBooking,
  makeProperty,
  makeRoom,
  type Property,
  type Room,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, signUpMember, staysServer } from './support/people.ts';

const notFound = { code: 'PT404', message: 'not_found', detail: {} };
const forbidden = { code: 'PT403', message: 'forbidden', detail: {} };

type Closed = { stateId: string | null; blockId: string | null };

onNativePostgres('a report', {}, (database) => {
  let property: Property;
  let staff: Person;

  const readDay = async (days: number) => {
    const [row] = await database().sql<{ day: string }>(
      `select ((now() at time zone 'Asia/Ho_Chi_Minh')::date + $1::integer)::text as day`,
      [days],
    );
    return row?.day ?? '';
  };
  const report = async (columns: Record<string, unknown> = {}) => {
    const room = await makeRoom(database(), property);
    const booking = await makeBooking(database(), room, { from: -3, to: -1, status: 'checked_out' });
    const incident = await insertRow<{ id: string }>(database(), 'incidents', {
      property_id: property.id,
      room_id: room.id,
      booking_id: booking.id,
      title: 'Water comes through the ceiling',
      ...columns,
    });
    return { room, incident };
  };
  const close = async (id: string, from: string | null, until: string | null = null, person = staff) => {
    const [row] = await queryAs<{ closed: Closed }>(
      database(),
      person,
      'select public.close_room_by_report($1, $2, $3) as closed',
      [id, from, until],
    );
    if (row === undefined) throw new Error('a function returns one row');
    return row.closed;
  };
  const read = async (room: Room) => {
    const [row] = await database().sql(
      `select s.state, i.closes_room, i.closing_block_id is not null as has_block,
         (select array_agg(k.kind::text || ' ' || k.from_date || ' ' || k.until_date) from public.room_blocks k
          where k.room_id = s.room_id) as blocks
       from public.room_states s join public.incidents i on i.room_id = s.room_id where s.room_id = $1`,
      [room.id],
    );
    return row;
  };
  const undo = async (rowId: string | null) => {
    const [entry] = await database().sql<{ id: string }>(
      'select id from public.audit_log where row_id = $1 and undo_role is not null order by created_at desc limit 1',
      [rowId],
    );
    await queryAs(database(), staff, 'select public.undo_change($1)', [entry?.id]);
  };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });

  describe('closes its room', () => {
    it('from today on: the room is out of order until it is back in use', async () => {
      const { room, incident } = await report();
      const { stateId } = await close(incident.id, await readDay(0));
      expect(await read(room)).toEqual({
        state: 'out_of_order',
        closes_room: true,
        has_block: false,
        blocks: null,
      });
      await queryAs(database(), staff, `select public.set_room_state($1, 'out_of_order', 'dirty')`, [
        stateId,
      ]);
      expect(await read(room)).toMatchObject({ state: 'dirty', closes_room: false });
    });

    it('from today to a day, and one undo takes the block and the state back', async () => {
      const { room, incident } = await report();
      const [from, until] = [await readDay(0), await readDay(3)];
      const { stateId, blockId } = await close(incident.id, from, until);
      expect(await read(room)).toEqual({
        state: 'out_of_order',
        closes_room: true,
        has_block: true,
        blocks: [`maintenance ${from} ${until}`],
      });
      expect(blockId).not.toBeNull();
      await undo(stateId);
      expect(await read(room)).toEqual({
        state: 'clean',
        closes_room: false,
        has_block: false,
        blocks: null,
      });
    });

    it('from a later day on: the room is blocked then, and is in use until then', async () => {
      const { room, incident } = await report();
      const { stateId, blockId } = await close(incident.id, await readDay(5), await readDay(7));
      expect(stateId).toBeNull();
      expect(await read(room)).toMatchObject({ state: 'clean', closes_room: false, has_block: true });
      await undo(blockId);
      expect(await read(room)).toMatchObject({ has_block: false, blocks: null });
    });

    it('not where somebody is booked, of whom the desk is told, and then nothing is closed', async () => {
      const { room, incident } = await report();
      await makeBooking(database(), room, { from: 1, to: 2 });
      const closing = close(incident.id, await readDay(0), await readDay(4));
      expect(await catchDatabaseError(closing)).toMatchObject({
        code: 'PT409',
        detail: { reason: 'bed_is_taken' },
      });
      expect(await read(room)).toMatchObject({ state: 'clean', closes_room: false, has_block: false });
    });

    it('not in the past, for no day, and not from a later day without an end', async () => {
      const { incident } = await report();
      const [yesterday, today, tomorrow] = [await readDay(-1), await readDay(0), await readDay(1)];
      for (const [from, until] of [
        [yesterday, tomorrow],
        [null, tomorrow],
        [today, today],
        [tomorrow, null],
        [tomorrow, today],
      ] as const) {
        expect(await catchDatabaseError(close(incident.id, from, until))).toMatchObject({
          code: 'PT400',
          detail: { reason: 'block_is_impossible' },
        });
      }
    });

    it('by the desk of its place alone', async () => {
      const { room, incident } = await report();
      const today = await readDay(0);
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
      expect(await catchDatabaseError(close(incident.id, today, null, housekeeper))).toMatchObject(forbidden);
      expect(await catchDatabaseError(close(incident.id, today, null, stranger))).toMatchObject(notFound);
      for (const person of [anon, staysServer]) {
        expect(await catchDatabaseError(close(incident.id, today, null, person))).toMatchObject({
          code: '42501',
        });
      }
      expect(await read(room)).toMatchObject({ state: 'clean' });
    });
  });

  describe('whose time is nearly over', () => {
    const readPulse = async () => {
      const [row] = await queryAs<{ pulse: { escalated: number } }>(
        database(),
        staff,
        'select public.desk_pulse($1) as pulse',
        [property.id],
      );
      return row?.pulse.escalated;
    };

    const listToday = async () => {
      const [row] = await queryAs<{ today: { reports: { id: string }[] } }>(
        database(),
        staff,
        'select public.read_guests_of_today($1) as today',
        [property.id],
      );
      return row?.today.reports.map(({ id }) => id) ?? [];
    };

    it('is counted and listed on Today, before it is late and after, until it is resolved', async () => {
      const before = (await readPulse()) ?? 0;
      // An urgent report has one hour: in the last quarter of it the screens are louder.
      const { incident } = await report({
        priority: 'urgent',
        created_at: new Date(Date.now() - 46 * 60_000).toISOString(),
      });
      await report({ priority: 'urgent', created_at: new Date(Date.now() - 44 * 60_000).toISOString() });
      expect(await readPulse()).toBe(before + 1);
      expect(await listToday()).toContain(incident.id);
      await queryAs(database(), staff, `select public.set_incident_status($1, 'in_progress')`, [incident.id]);
      expect(await readPulse()).toBe(before + 1);
      expect(await listToday()).toContain(incident.id);
      await queryAs(database(), staff, `select public.set_incident_status($1, 'resolved')`, [incident.id]);
      expect(await readPulse()).toBe(before);
      expect(await listToday()).not.toContain(incident.id);
    });

    it('stands on Today after one that is due sooner, and one with time left only until somebody begins', async () => {
      const { incident: calm } = await report({ priority: 'low' });
      const { incident: next } = await report({ priority: 'high' });
      const own = (ids: string[]) => ids.filter((id) => id === calm.id || id === next.id);
      expect(own(await listToday())).toEqual([next.id, calm.id]);
      await queryAs(database(), staff, `select public.set_incident_status($1, 'in_progress')`, [next.id]);
      expect(own(await listToday())).toEqual([calm.id]);
    });
  });
});
