import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeDocument, makeDocumentPlace, makeStay } from './support/document-calls.ts';
import { reportIncident } from './support/incident-calls.ts';
import type { Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Member, queryAs, serviceRole, signUpMember } from './support/people.ts';

type Part = {
  what: string;
  documentId: string | null;
  until: string | null;
  rule: string | null;
  isAsked: boolean;
};

onNativePostgres("a person's data", {}, (database) => {
  let property: Property;
  let manager: Member;

  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    manager = await signUpMember(database(), property.id, 'manager');
  });

  const setStatus = (id: string, status: string) =>
    database().sql(
      `update public.accom_bookings set status = $2::public.booking_status, check_in_date = current_date - 5,
         check_out_date = current_date - 2 where id = $1`,
      [id, status],
    );

  /** A guest with everything that a place can know of one. */
  async function makeKnownGuest(at = property) {
    const { booking, subject } = await makeStay(database(), at, {
      guest_name: 'Quetzalcoatl Canary',
      guest_last_name: 'Canary',
      guest_email: 'canary@example.com',
      guest_phone: '+52 55 1234',
      notes: 'canary of the desk',
    });
    const report = await reportIncident(database(), subject, { title: 'canary report', photo_count: 2 });
    const document = await makeDocument(database(), subject, {
      document: { newPerson: { name: 'Child Canary', isChild: true } },
    });
    return { booking, document, report };
  }

  const read = async (member: Member, bookingId: string) => {
    const [row] = await queryAs<{ data: Record<string, unknown> }>(
      database(),
      member,
      'select public.read_person_data($1, $2) as data',
      [property.id, bookingId],
    );
    return row?.data ?? {};
  };
  const erase = async (bookingId: string, reason: string | null, at = property, member = manager) => {
    const [row] = await queryAs<{ plan: Part[] }>(
      database(),
      member,
      'select public.erase_person_data($1, $2, $3) as plan',
      [at.id, bookingId, reason],
    );
    return row?.plan ?? [];
  };
  const kept = (plan: Part[]) =>
    plan.filter(({ rule }) => rule !== null).map(({ what, rule }) => [what, rule]);

  /** In which tables this word still stands. */
  async function findWord(word: string): Promise<string[]> {
    const tables = await database().sql<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await database().sql(
        `select from public.${name} t where t::text ilike '%' || $1 || '%' and t::text not ilike '%@example.com%owner%'`,
        [word],
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  it('is read whole, with a grant for each page, and the log says who read it', async () => {
    const { booking, document } = await makeKnownGuest();
    const data = await read(manager, booking.id);
    expect(data).toMatchObject({
      booking: { guestName: 'Quetzalcoatl Canary', email: 'canary@example.com', notes: 'canary of the desk' },
      people: [{ name: 'Child Canary' }],
      reports: [{ title: 'canary report', photos: [expect.any(String), expect.any(String)] }],
      documents: [{ id: document.id, grants: [expect.any(String), expect.any(String)] }],
    });
    const logged = await database().sql<{ action: string }>(
      'select action from public.audit_log where account_id = $1 and row_id in ($2, $3) order by action',
      [manager.accountId, booking.id, document.id],
    );
    expect(logged.map(({ action }) => action)).toEqual(['document_viewed', 'person_data_read']);
  });

  it('is neither read nor erased by staff, a manager who sees no documents, or another place', async () => {
    const { booking } = await makeKnownGuest();
    const staff = await signUpMember(database(), property.id, 'staff');
    const blind = await signUpMember(database(), property.id, 'manager');
    await database().sql('update public.property_members set sees_documents = false where account_id = $1', [
      blind.accountId,
    ]);
    const elsewhere = await makeDocumentPlace(database());
    const stranger = await signUpMember(database(), elsewhere.id, 'owner');
    for (const [member, error] of [
      [staff, 'forbidden'],
      [blind, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      expect(await catchDatabaseError(read(member, booking.id))).toMatchObject({ message: error });
      expect(await catchDatabaseError(erase(booking.id, 'asked', property, member))).toMatchObject({
        message: error,
      });
    }
    expect(await catchDatabaseError(erase(booking.id, 'asked', elsewhere, stranger))).toMatchObject({
      message: 'not_found',
    });
  });

  describe('erased', () => {
    it('once the stay is over, stands in no table any more', async () => {
      await database().sql(`delete from public.accom_guest_documents where true`);
      await database().sql(
        `update public.accom_bookings set guest_name = 'X', guest_last_name = 'X', guest_email = null, notes = ''`,
      );
      await database().sql(`update public.booking_people set name = 'X'`);
      await database().sql(`update public.incidents set title = 'X'`);
      const { booking, document } = await makeKnownGuest();
      const [{ photos } = { photos: [] }] = await database().sql<{ photos: string[] }>(
        'select photos from public.incidents where booking_id = $1',
        [booking.id],
      );
      await setStatus(booking.id, 'checked_out');
      const plan = await erase(booking.id, null);
      expect(kept(plan)).toEqual([]);
      expect(plan.map(({ what }) => what)).toEqual(
        expect.arrayContaining(['names', 'contact', 'notes', 'reports', 'picture', 'fields']),
      );
      expect(await findWord('canary')).not.toEqual([]);
      await erase(booking.id, 'The guest asked for it.');
      expect(await findWord('canary')).toEqual([]);
      expect(await erase(booking.id, null)).toEqual([]);
      const removed = await database().sql<{ name: string }>(
        `select name from public.storage_removals where bucket = 'incident-photos' and name = any ($1::text[])`,
        [photos],
      );
      expect(removed.map(({ name }) => name).sort()).toEqual([...photos].sort());
      expect(photos).toHaveLength(2);
      expect(
        await database().sql('select from public.accom_guest_documents where id = $1', [document.id]),
      ).toEqual([]);
      expect(
        await database().sql('select from public.people_to_erase where booking_id = $1', [booking.id]),
      ).toEqual([]);
    });

    it('while the stay is on, keeps what the desk needs to its end and loses it then by itself', async () => {
      const { booking } = await makeKnownGuest();
      const plan = await erase(booking.id, 'The guest asked for it.');
      expect(plan.some(({ isAsked }) => isAsked)).toBe(false);
      expect((await erase(booking.id, null)).every(({ isAsked }) => isAsked)).toBe(true);
      expect(
        kept(plan)
          .map(([what]) => what)
          .sort(),
      ).toEqual(['contact', 'names', 'notes', 'orders', 'phones', 'reports']);
      const readRow = async () =>
        (
          await database().sql('select guest_name, guest_email from public.accom_bookings where id = $1', [
            booking.id,
          ])
        )[0];
      expect(await readRow()).toEqual({
        guest_name: 'Quetzalcoatl Canary',
        guest_email: 'canary@example.com',
      });
      await setStatus(booking.id, 'checked_out');
      await database().sql(
        `update public.people_to_erase set due_at = now() - interval '1 second' where booking_id = $1`,
        [booking.id],
      );
      await database().sql('select public.sweep()');
      expect(await readRow()).toEqual({ guest_name: '–', guest_email: null });
    });

    it('is tried again each day while a guest stays longer than booked, and goes after they left', async () => {
      const { booking } = await makeKnownGuest();
      await erase(booking.id, 'The guest asked for it.');
      const set = (columns: string) =>
        database().sql(`update public.accom_bookings set ${columns} where id = $1`, [booking.id]);
      const makeDue = () =>
        database().sql('update public.people_to_erase set due_at = now() where booking_id = $1', [
          booking.id,
        ]);
      const sweep = () => queryAs(database(), serviceRole, 'select public.sweep()');
      const readRow = async () =>
        (
          await database().sql(
            `select b.guest_name, e.due_at > now() as waits
             from public.accom_bookings b left join public.people_to_erase e on e.booking_id = b.id where b.id = $1`,
            [booking.id],
          )
        )[0];
      await set(`status = 'checked_in', check_in_date = current_date - 9, check_out_date = current_date - 7`);
      await makeDue();
      await sweep();
      expect(await readRow()).toEqual({ guest_name: 'Quetzalcoatl Canary', waits: true });
      await set(`status = 'checked_out'`);
      await makeDue();
      await sweep();
      expect(await readRow()).toEqual({ guest_name: '–', waits: null });
    });

    it('keeps of a checked document and of the names what the law wants, and says until when', async () => {
      const place = await makeDocumentPlace(database(), { country: 'AT' });
      const owner = await signUpMember(database(), place.id, 'owner');
      const { booking, document } = await makeKnownGuest(place);
      await setStatus(booking.id, 'checked_out');
      await database().sql(
        `update public.accom_guest_documents set status = 'verified', reviewed_at = now() where id = $1`,
        [document.id],
      );
      const plan = await erase(booking.id, 'The guest asked for it.', place, owner);
      expect(kept(plan)).toEqual([
        ['names', 'law'],
        ['fields', 'law'],
      ]);
      const [row] = await database().sql(
        `select d.storage_path, d.sealed_fields is not null as "hasFields", b.guest_email,
           extract(year from age(e.due_at, b.check_out_date))::integer as years
         from public.accom_guest_documents d join public.accom_bookings b on b.id = d.booking_id
           join public.people_to_erase e on e.booking_id = b.id where d.id = $1`,
        [document.id],
      );
      expect(row).toEqual({ storage_path: null, hasFields: true, guest_email: null, years: 7 });
      // What is left is what is kept, and nothing that is gone is named again.
      expect(kept(await erase(booking.id, null, place, owner))).toEqual([
        ['names', 'law'],
        ['fields', 'law'],
      ]);
      expect(await erase(booking.id, null, place, owner)).toHaveLength(2);
    });

    it('keeps a document that is held', async () => {
      const { booking, document } = await makeKnownGuest();
      await setStatus(booking.id, 'checked_out');
      await database().sql(`update public.accom_guest_documents set hold_reason = 'police' where id = $1`, [
        document.id,
      ]);
      const plan = await erase(booking.id, 'The guest asked for it.');
      expect(
        plan
          .filter(({ rule }) => rule === 'held')
          .map(({ what }) => what)
          .sort(),
      ).toEqual(['fields', 'picture']);
      const isThere = async () =>
        (await database().sql('select from public.accom_guest_documents where id = $1', [document.id]))
          .length > 0;
      expect(await isThere()).toBe(true);
      // It was asked for, so it goes once nobody holds it any more: it is tried every day.
      expect((await erase(booking.id, null)).every(({ isAsked }) => isAsked)).toBe(true);
      const tryAgain = async () => {
        await database().sql('update public.people_to_erase set due_at = now() where booking_id = $1', [
          booking.id,
        ]);
        await queryAs(database(), serviceRole, 'select public.sweep()');
      };
      await tryAgain();
      expect(await isThere()).toBe(true);
      await database().sql('update public.accom_guest_documents set hold_reason = null where id = $1', [
        document.id,
      ]);
      await tryAgain();
      expect(await isThere()).toBe(false);
    });
  });
});
