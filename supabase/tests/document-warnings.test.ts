import { expect, it } from 'vitest';
import { call } from './support/desk-calls.ts';
import { insertDocument, makeStay, takeSight } from './support/document-calls.ts';
import { callForJob, claimJobs } from './support/job-calls.ts';
import { type Booking, insertRow, makeBooking, makeRoom, type Property } from './support/make-property.ts';
import {
  choose,
  type House,
  listUnread,
  openHouse,
  readInbox,
  readUnreadCount,
} from './support/notification-calls.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Person, queryAs, serviceRole } from './support/people.ts';

type Swept = { visasWarned: number; remainingObjectsWarned: number };

onNativePostgres('warnings of visas', {}, (database) => {
  const sweep = async (): Promise<number | undefined> => {
    const [row] = await queryAs<{ done: Swept }>(database(), serviceRole, 'select public.sweep() as done');
    return row?.done.visasWarned;
  };
  /** A visa that ends so many days from the place's today. */
  const addVisa = async ({ id }: Property, booking: Booking, days: number, columns = {}) => {
    const [row] = await database().sql<{ day: string }>(
      `select ((now() at time zone timezone)::date + $2::integer)::text as day from public.accom_properties where id = $1`,
      [id, days],
    );
    return insertDocument(database(), booking, { visa_expiry_date: row?.day, ...columns });
  };
  /** Lets so many days pass: the visa ends as much earlier. */
  const pass = (id: string, days: number) =>
    database().sql(
      'update public.accom_guest_documents set visa_expiry_date = visa_expiry_date - $2::integer where id = $1',
      [id, days],
    );
  const toldOf = async (id: string) =>
    (
      await database().sql<{ kind: string }>(
        'select distinct kind from public.notifications where thing_id = $1 order by kind',
        [id],
      )
    ).map(({ kind }) => kind);
  /** A house with a guest who leaves tomorrow. */
  const open = async (columns = {}) => {
    const house = await openHouse(database(), columns);
    const { booking } = await makeStay(database(), house.property, { status: 'checked_in' });
    return { ...house, booking };
  };
  const reject = (id: string) =>
    database().sql(
      `update public.accom_guest_documents set status = 'rejected', rejection_reason = 'Blurred', reviewed_at = now()
       where id = $1`,
      [id],
    );

  it.each(['Pacific/Kiritimati', 'Etc/GMT+8', 'Asia/Ho_Chi_Minh'])(
    'are told 14, 7 and 3 days before the end by the calendar of %s, once each however often the sweep runs',
    async (timezone) => {
      const { property, booking } = await open({ timezone });
      const { id } = await addVisa(property, booking, 16);
      const told: [number, number | undefined, string[]][] = [];
      for (let left = 16; left >= -1; left -= 1) {
        const first = await sweep();
        expect(await sweep()).toBe(0);
        told.push([left, first, await toldOf(id)]);
        await pass(id, 1);
      }
      // The guest leaves tomorrow, so a visa that ends today or earlier is too short as well.
      expect(told.filter(([, count]) => count !== 0)).toEqual([
        [14, 1, ['visa_14']],
        [7, 1, ['visa_14', 'visa_7']],
        [3, 1, ['visa_14', 'visa_7', 'visa_3']],
        [0, 1, ['visa_14', 'visa_7', 'visa_3', 'visa_short']],
      ]);
    },
  );

  it.each([
    ['+14 and -8', 'Pacific/Kiritimati', 'Etc/GMT+8'],
    ['+12 and -12', 'Etc/GMT-12', 'Etc/GMT+12'],
  ])('differ by the day at two places whose clocks are apart: %s', async (_, ahead, behind) => {
    const [row] = await database().sql<{ day: string; apart: number }>(
      `select ((now() at time zone $1)::date + 14)::text as day,
         (now() at time zone $1)::date - (now() at time zone $2)::date as apart`,
      [ahead, behind],
    );
    const counts: number[] = [];
    for (const timezone of [ahead, behind]) {
      const { booking } = await open({ timezone });
      await insertDocument(database(), booking, { visa_expiry_date: row?.day });
      counts.push((await sweep()) ?? -1);
    }
    expect(counts).toEqual([1, row?.apart === 0 ? 1 : 0]);
  });

  it.each([
    [13, 'visa_14'],
    [8, 'visa_14'],
    [6, 'visa_7'],
    [4, 'visa_7'],
    [2, 'visa_3'],
  ])('are of the nearest day alone when a visa comes %i days before its end', async (days, kind) => {
    const { property, booking } = await open();
    const { id } = await addVisa(property, booking, days);
    expect(await sweep()).toBe(1);
    expect(await toldOf(id)).toEqual([kind]);
  });

  it('wait no longer once a nearer one is told, nor once the guest has a longer visa or has left', async () => {
    const { property, booking } = await open();
    const waiting = async (id: string) =>
      (
        await database().sql<{ kind: string }>(
          'select distinct kind from public.notifications where thing_id = $1 and settled_at is null order by kind',
          [id],
        )
      ).map(({ kind }) => kind);
    const { id } = await addVisa(property, booking, 7);
    await sweep();
    expect(await waiting(id)).toEqual(['visa_7']);
    await pass(id, 4);
    await sweep();
    expect([await waiting(id), await toldOf(id)]).toEqual([['visa_3'], ['visa_7', 'visa_3']]);
    await database().sql(
      `update public.accom_guest_documents set status = 'verified', reviewed_at = now() where id = $1`,
      [id],
    );
    expect(await waiting(id)).toEqual(['visa_3']);
    const longer = await addVisa(property, booking, 12);
    await sweep();
    expect([await waiting(id), await waiting(longer.id)]).toEqual([[], ['visa_14']]);
    // Once the longer one is rejected, the shorter one decides again.
    await reject(longer.id);
    expect([await waiting(id), await waiting(longer.id)]).toEqual([['visa_3'], []]);
    await database().sql(
      `update public.accom_guest_documents set status = 'pending', rejection_reason = null, reviewed_at = null where id = $1`,
      [longer.id],
    );
    expect([await waiting(id), await waiting(longer.id)]).toEqual([[], ['visa_14']]);
    await database().sql("update public.accom_bookings set status = 'checked_out' where id = $1", [
      booking.id,
    ]);
    await sweep();
    expect(await waiting(longer.id)).toEqual([]);
  });

  it('are told of a visa that ends before the guest leaves, also long before', async () => {
    const { property, booking } = await open();
    await database().sql(
      'update public.accom_bookings set check_out_date = check_out_date + 60 where id = $1',
      [booking.id],
    );
    const { id } = await addVisa(property, booking, 30);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    expect(await toldOf(id)).toEqual(['visa_short']);
    // One that ends on the day of departure is long enough.
    const other = await open();
    await addVisa(other.property, other.booking, 1);
    await sweep();
    const kinds = (await readInbox(database(), other.staff, other.property)).map(({ kind }) => kind);
    expect(kinds).toEqual(['visa_3']);
  });

  it('are told to members who see documents, and to nobody else', async () => {
    const house = await open();
    await takeSight(database(), house.manager);
    await addVisa(house.property, house.booking, 10);
    await sweep();
    const unread = (person: Person) => listUnread(database(), person, house.property);
    expect([await unread(house.owner), await unread(house.staff), await unread(house.manager)]).toEqual([
      ['visa_14'],
      ['visa_14'],
      [],
    ]);
    const rows = await database().sql<{ account_id: string }>(
      `select account_id from public.notifications where property_id = $1 and kind = 'visa_14'`,
      [house.property.id],
    );
    for (const { accountId } of [house.manager, house.housekeeper]) {
      expect(rows.map(({ account_id }) => account_id)).not.toContain(accountId);
    }
  });

  it('say the room and no word of the document', async () => {
    const house = await open();
    const { id } = await addVisa(house.property, house.booking, 10, {
      nationality: 'FR',
      visa_type: 'Tourist',
    });
    await sweep();
    const [room] = await database().sql<{ room_number: string }>(
      `select r.room_number from public.accom_bookings b join public.accom_rooms r on r.id = b.room_id where b.id = $1`,
      [house.booking.id],
    );
    const [told] = await readInbox(database(), house.staff, house.property);
    expect(told).toMatchObject({ kind: 'visa_14', thing_id: id });
    expect(told?.thing).toEqual({ room: room?.room_number, status: 'pending' });
  });

  it('are not seen nor counted any more by a member who has lost the switch', async () => {
    const house = await open();
    await addVisa(house.property, house.booking, 10);
    await sweep();
    expect(await readUnreadCount(database(), house.staff, house.property)).toBe(1);
    await takeSight(database(), house.staff);
    expect(await readInbox(database(), house.staff, house.property)).toEqual([]);
    expect(await readUnreadCount(database(), house.staff, house.property)).toBe(0);
    expect(await readUnreadCount(database(), house.owner, house.property)).toBe(1);
  });

  it('are of the newer visa of a person, and of each person of a booking', async () => {
    const { property, booking } = await open();
    const mia = await insertRow<{ id: string }>(database(), 'booking_people', {
      ...{ property_id: property.id, booking_id: booking.id, name: 'Mia', is_child: false, position: 1 },
    });
    const old = await addVisa(property, booking, 5);
    await addVisa(property, booking, 90);
    expect(await sweep()).toBe(0);
    const hers = await addVisa(property, booking, 5, { person_id: mia.id });
    expect(await sweep()).toBe(1);
    expect([await toldOf(old.id), await toldOf(hers.id)]).toEqual([[], ['visa_7']]);
  });

  it('are not of a visa that was rejected, and wait for nobody once it is', async () => {
    const house = await open();
    const early = await addVisa(house.property, house.booking, 5);
    await reject(early.id);
    expect(await sweep()).toBe(0);
    const later = await addVisa(house.property, house.booking, 6);
    expect(await sweep()).toBe(1);
    expect(await listUnread(database(), house.staff, house.property)).toEqual(['visa_7']);
    await reject(later.id);
    expect(await listUnread(database(), house.staff, house.property)).toEqual([]);
    // A rejected newer visa does not hide an older one.
    const { property, booking } = await open();
    const old = await addVisa(property, booking, 5);
    await reject((await addVisa(property, booking, 90)).id);
    expect(await sweep()).toBe(1);
    expect(await toldOf(old.id)).toEqual(['visa_7']);
  });

  it.each([
    ['has left', { status: 'checked_out' }],
    ['has cancelled', { status: 'cancelled' }],
    ['did not come', { status: 'no_show' }],
    ['was expected, and never came', { status: 'confirmed', from: -9, to: -7 }],
  ])('are not of a guest who %s', async (_, columns) => {
    const house = await openHouse(database());
    const { booking } = await makeStay(database(), house.property, columns);
    await addVisa(house.property, booking, 2);
    expect(await sweep()).toBe(0);
    expect(
      await call(database(), house.staff, 'list_ending_visas', { property_id: house.property.id }),
    ).toEqual([]);
  });

  it('are of a guest who is expected, and of one who has stayed longer than booked', async () => {
    const house = await openHouse(database());
    for (const columns of [
      { from: 5, to: 7 },
      { from: -9, to: -7, status: 'checked_in' },
    ]) {
      const room = await makeRoom(database(), house.property);
      await addVisa(house.property, await makeBooking(database(), room, columns), 9);
    }
    expect(await sweep()).toBe(2);
  });

  it('are not of a visa that is not complete', async () => {
    const { property, booking } = await open();
    await addVisa(property, booking, 5, { stored_at: null });
    expect(await sweep()).toBe(0);
  });

  it('are listed for today, the nearest first, with the days that are left', async () => {
    const house = await open();
    const later = await addVisa(house.property, house.booking, 14);
    const { booking } = await makeStay(database(), house.property, { status: 'checked_in', to: 40 });
    const short = await addVisa(house.property, booking, 30);
    const far = await makeStay(database(), house.property, { status: 'checked_in' });
    await addVisa(house.property, far.booking, 15);
    const past = await makeStay(database(), house.property, { status: 'checked_in' });
    const over = await addVisa(house.property, past.booking, -2);
    const list = (person: Person) =>
      call(database(), person, 'list_ending_visas', { property_id: house.property.id });
    expect(await list(house.staff)).toMatchObject([
      { id: over.id, daysLeft: -2, isShort: true },
      { id: later.id, daysLeft: 14, isShort: false },
      { id: short.id, daysLeft: 30, isShort: true },
    ]);
    expect(JSON.stringify(await list(house.staff))).not.toContain(later.storage_path);
    await takeSight(database(), house.staff);
    await expect(list(house.staff)).rejects.toMatchObject({ message: 'forbidden' });
  });
});

onNativePostgres('warnings that are due at the same time', {}, (database) => {
  it('are told once by sweeps that run at once', async () => {
    const house = await openHouse(database());
    const { booking } = await makeStay(database(), house.property, { status: 'checked_in' });
    const { id } = await insertDocument(database(), booking, {
      visa_expiry_date: new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10),
    });
    const connections = database().connect({ max: 4 });
    const counts = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const [row] = await connections<{ told: number }[]>`select private.warn_of_visas() as told`;
        return row?.told ?? 0;
      }),
    );
    await connections.end();
    expect(counts.reduce((sum, told) => sum + told, 0)).toBe(1);
    const rows = await database().sql('select from public.document_warnings where document_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });
});

onNativePostgres('an erased document that Storage still has', {}, (database) => {
  const sweep = async () => {
    const [row] = await queryAs<{ done: Swept }>(database(), serviceRole, 'select public.sweep() as done');
    return row?.done.remainingObjectsWarned;
  };
  const erase = ({ property }: House, hours: number, columns = {}) =>
    insertRow<{ id: string; storage_path: string }>(database(), 'document_erasures', {
      ...{ property_id: property.id, document_id: crypto.randomUUID(), booking_id: crypto.randomUUID() },
      ...{ part: 'image', rule: 'verified', actor: 'job', storage_path: crypto.randomUUID() },
      erased_at: new Date(Date.now() - hours * 3_600_000).toISOString(),
      ...columns,
    });
  const unread = (person: Person, { property }: House) => listUnread(database(), person, property);

  it('is told to managers and owners a day later, once, whether they see documents or not', async () => {
    const house = await openHouse(database());
    await takeSight(database(), house.manager);
    await erase(house, 23);
    expect(await sweep()).toBe(0);
    await erase(house, 25);
    expect([await sweep(), await sweep()]).toEqual([1, 0]);
    for (const person of [house.owner, house.manager]) {
      expect(await unread(person, house)).toEqual(['document_not_gone']);
    }
    expect(await unread(house.staff, house)).toEqual([]);
    // Also after the notification was deleted for its age.
    await database().sql('delete from public.notifications where property_id = $1', [house.property.id]);
    expect(await sweep()).toBe(0);
  });

  it('is not told of what was seen to be gone, nor of what had no object', async () => {
    const house = await openHouse(database());
    await erase(house, 25, { verified_gone_at: new Date().toISOString() });
    await erase(house, 25, { part: 'fields', storage_path: null });
    expect(await sweep()).toBe(0);
  });

  it('is told once also where nobody wants to hear of it, so that those of other places are told', async () => {
    const deaf = await openHouse(database());
    for (const person of [deaf.manager, deaf.owner]) {
      await choose(database(), person, deaf.property, { inApp: [], byMail: [], byPush: [] });
    }
    await database().sql(
      `delete from public.property_members where property_id = $1 and account_id <> all ($2)`,
      [deaf.property.id, [deaf.manager.accountId, deaf.owner.accountId]],
    );
    for (let count = 0; count < 101; count += 1) await erase(deaf, 50);
    const house = await openHouse(database());
    await erase(house, 25);
    expect([await sweep(), await sweep(), await sweep()]).toEqual([100, 2, 0]);
    expect(await unread(house.owner, house)).toEqual(['document_not_gone']);
  });

  it('waits for nobody any more once Storage has it no longer', async () => {
    const house = await openHouse(database());
    const { storage_path } = await erase(house, 25);
    await sweep();
    expect(await unread(house.owner, house)).toEqual(['document_not_gone']);
    await database().sql(
      `insert into public.storage_removals (bucket, name) values ('guest-documents', $1)`,
      [storage_path],
    );
    for (const job of await claimJobs(database(), 'storage_removal')) {
      await callForJob(database(), 'settle_storage_removal', job);
    }
    expect(await unread(house.owner, house)).toEqual([]);
  });
});
