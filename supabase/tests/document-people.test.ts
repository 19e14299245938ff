import { runWithinOneMinute, type TestDatabase } from '@gudbro/supabase-local/testing';
import type postgres from 'postgres';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { call, conflict } from './support/desk-calls.ts';
import {
  begin,
  documentBucket,
  finish,
  insertDocument,
  listOwn,
  makeDocument,
  makeDocumentPlace,
  makeStay,
  offeredKey,
  readDocument,
  storeSealed,
} from './support/document-calls.ts';
import type { Outcome } from './support/guest-calls.ts';
import { callByName } from './support/incident-calls.ts';
import { type Booking, insertRow, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import type { Subject } from './support/order-calls.ts';
import { type Person, runOnConnection, signUpMember, staysServer } from './support/people.ts';

type Named = { id?: string; name: string; isChild?: boolean };

const addPerson = (
  database: TestDatabase,
  { id: booking_id, property_id }: Booking,
  name: string,
  position = 1,
) =>
  insertRow<{ id: string }>(database, 'booking_people', {
    ...{ property_id, booking_id, name, is_child: false, position },
  });

onNativePostgres('whose document it is', {}, (database) => {
  let property: Property;
  let staff: Person;
  beforeAll(async () => {
    property = await makeDocumentPlace(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });
  /** Saves the party of a booking as the desk does. */
  const saveParty = async ({ id }: Booking, people: Named[]) => {
    const [row] = await database().sql<{ updated_at: string }>(
      'select updated_at::text from public.accom_bookings where id = $1',
      [id],
    );
    await call(database(), staff, 'change_booking_guest', {
      ...{
        booking_id: id,
        version: row?.updated_at,
        guest_name: 'Sarah Johnson',
        guest_last_name: 'Johnson',
      },
      ...{ guest_email: null, guest_phone: null, guest_count: 1, notes: '', people: JSON.stringify(people) },
    });
  };

  it('the guest who booked, or one of the people of the booking, by name', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const mia = await addPerson(database(), booking, 'Mia Johnson');
    const lead = await begin(database(), subject);
    const hers = await begin(database(), subject, { document: { personId: mia.id } });
    expect(await readDocument(database(), lead.id)).toMatchObject({ person_id: null });
    expect(await readDocument(database(), hers.id)).toMatchObject({ person_id: mia.id });
  });

  it('nobody of another booking', async () => {
    const other = await makeStay(database(), property);
    const theirs = await addPerson(database(), other.booking, 'Eve Adams');
    const { subject } = await makeStay(database(), property);
    for (const personId of [theirs.id, crypto.randomUUID()]) {
      expect(await begin(database(), subject, { document: { personId } })).toEqual({
        ok: false,
        error: 'invalid_request',
      });
    }
  });

  it('somebody whom the guest names, who is one person however often they are named', async () => {
    const { subject } = await makeStay(database(), property);
    const name = (newPerson: Named) => begin(database(), subject, { document: { newPerson } });
    await runWithinOneMinute(database(), async () => {
      await name({ name: ' Mia Johnson ', isChild: true });
      await name({ name: 'mia johnson', isChild: false });
      await name({ name: 'Leo Johnson' });
    });
    expect((await listOwn(database(), subject)).people).toMatchObject([
      { name: 'Mia Johnson', isChild: true },
      { name: 'Leo Johnson', isChild: false },
    ]);
  });

  it.each([
    ['no name', { name: '  ' }],
    ['no name at all', {}],
    ['a name without end', { name: 'x'.repeat(201) }],
    ['no answer whether it is a child', { name: 'Leo', isChild: 'maybe' }],
  ])('nobody with %s', async (_, newPerson) => {
    const { subject } = await makeStay(database(), property);
    expect(await begin(database(), subject, { document: { newPerson } })).toMatchObject({
      error: 'invalid_request',
    });
    expect((await listOwn(database(), subject)).people).toEqual([]);
  });

  it('nobody beyond thirty people', async () => {
    const { subject, booking } = await makeStay(database(), property);
    for (let position = 1; position <= 30; position += 1) {
      await addPerson(database(), booking, `Guest ${position}`, position);
    }
    expect(await begin(database(), subject, { document: { newPerson: { name: 'One more' } } })).toMatchObject(
      {
        error: 'invalid_request',
      },
    );
  });

  it('nobody of a document that could not be announced', async () => {
    const { subject } = await makeStay(database(), property);
    const document = { newPerson: { name: 'Leo' }, documentType: 'library_card' };
    expect(await begin(database(), subject, { document })).toMatchObject({ error: 'invalid_request' });
    expect((await listOwn(database(), subject)).people).toEqual([]);
  });

  it('a person with documents is not taken off the booking, and can be once these are erased', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const { id } = await makeDocument(database(), subject, { document: { newPerson: { name: 'Mia' } } });
    await expect(saveParty(booking, [{ name: 'Leo' }])).rejects.toMatchObject({ message: 'conflict' });
    expect(await catchDatabaseError(saveParty(booking, []))).toEqual(conflict('person_has_documents'));
    expect((await listOwn(database(), subject)).people).toMatchObject([{ name: 'Mia' }]);
    await callByName(database(), 'remove_guest_document', { subject, document_id: id });
    await saveParty(booking, [{ name: 'Leo' }]);
    expect((await listOwn(database(), subject)).people).toMatchObject([{ name: 'Leo' }]);
  });

  it('the same person when the party is saved in another order and with other names', async () => {
    const { subject, booking } = await makeStay(database(), property);
    const ids: string[] = [];
    for (const [index, name] of ['Mia', 'Leo', 'Ann'].entries()) {
      const { id } = await addPerson(database(), booking, name, index + 1);
      await insertDocument(database(), booking, { person_id: id });
      ids.push(id);
    }
    const [mia = '', leo = '', ann = ''] = ids;
    await saveParty(booking, [
      { id: ann, name: 'Anna' },
      { name: 'Tom' },
      { id: mia, name: 'Mia', isChild: true },
      { id: leo, name: 'Leo' },
    ]);
    const { people } = await listOwn(database(), subject);
    expect(people).toMatchObject([
      { id: ann, name: 'Anna' },
      { name: 'Tom' },
      { id: mia, isChild: true },
      { id: leo },
    ]);
    // A person of another booking gets a new id here, and stays where they are.
    const other = await makeStay(database(), property);
    await saveParty(other.booking, [{ id: mia, name: 'Mia' }]);
    expect((await listOwn(database(), other.subject)).people[0]?.id).not.toBe(mia);
    expect((await listOwn(database(), subject)).people.map(({ id }) => id)).toContain(mia);
  });

  it('one who is named twice in a party is refused', async () => {
    const { booking } = await makeStay(database(), property);
    const { id } = await addPerson(database(), booking, 'Mia');
    const twice = [
      { id, name: 'Mia' },
      { id, name: 'Mia' },
    ];
    await expect(saveParty(booking, twice)).rejects.toMatchObject({ code: 'PT400' });
  });

  describe('a guest', () => {
    const remove = (subject: unknown, document_id: string) =>
      callByName(database(), 'remove_guest_document', { subject, document_id });
    const erasuresOf = (id: string) =>
      database().sql(
        'select part, rule, actor from public.document_erasures where document_id = $1 order by part',
        [id],
      );

    it('removes a document that the desk has not checked, with its picture', async () => {
      const { subject } = await makeStay(database(), property);
      const { id, path } = await makeDocument(database(), subject);
      expect(await remove(subject, id)).toEqual({ ok: true });
      expect(await readDocument(database(), id)).toBeUndefined();
      expect(await erasuresOf(id)).toEqual([
        { part: 'fields', rule: 'removed_by_guest', actor: 'guest' },
        { part: 'image', rule: 'removed_by_guest', actor: 'guest' },
      ]);
      const queued = await database().sql(
        'select again_after > now() as again from public.storage_removals where bucket = $1 and name = $2',
        [documentBucket, path],
      );
      expect(queued).toEqual([{ again: true }]);
      const waiting = await database().sql(
        'select from public.notifications where thing_id = $1 and settled_at is null',
        [id],
      );
      expect(waiting).toEqual([]);
      expect(await remove(subject, id)).toEqual({ ok: false, error: 'not_found' });
    });

    it('does not remove one that was checked, that is held, that is of another booking or not complete', async () => {
      const { subject } = await makeStay(database(), property);
      const { id } = await makeDocument(database(), subject);
      expect(await remove((await makeStay(database(), property)).subject, id)).toMatchObject({
        error: 'not_found',
      });
      const set = (columns: string) =>
        database().sql(`update public.accom_guest_documents set ${columns} where id = $1`, [id]);
      await set(`hold_reason = 'The police ask for it'`);
      expect(await remove(subject, id)).toMatchObject({ error: 'conflict', reason: 'document_is_held' });
      await set(`hold_reason = null, status = 'verified', reviewed_at = now()`);
      expect(await remove(subject, id)).toEqual({
        ok: false,
        error: 'illegal_step',
        from: 'verified',
        to: 'removed',
      });
      const { id: unfinished } = await begin(database(), subject);
      expect(await remove(subject, unfinished)).toMatchObject({ error: 'not_found' });
    });

    it('gives up a try that failed, and neither a complete document nor one that another try goes on with', async () => {
      const { subject } = await makeStay(database(), property);
      const key = 'a-key-to-come-back-with';
      const giveUp = (document_id: string, path: string | null, of: unknown = subject) =>
        callByName(database(), 'give_up_document', { subject: of, document_id, path: path ?? '' });
      const first = await begin(database(), subject, { key });
      const second = await begin(database(), subject, { key });
      expect(await giveUp(first.id, first.path)).toMatchObject({ error: 'not_found' });
      expect(
        await giveUp(second.id, second.path, (await makeStay(database(), property)).subject),
      ).toMatchObject({ error: 'not_found' });
      await storeSealed(database(), second.path);
      await finish(database(), subject, second);
      expect(await giveUp(second.id, second.path)).toMatchObject({ error: 'not_found' });
      const third = await begin(database(), subject);
      expect(await giveUp(third.id, third.path)).toEqual({ ok: true });
      expect(await readDocument(database(), third.id)).toBeUndefined();
      expect(await erasuresOf(third.id)).toEqual([
        { part: 'upload', rule: 'never_finished', actor: 'guest' },
      ]);
      expect(await storeSealed(database(), third.path)).toBe(false);
    });
  });
});

onNativePostgres('documents at the same time', {}, (database) => {
  /** Announces as many documents at once, each on a connection of its own. */
  const beginAtOnce = async (
    subject: Subject,
    count: number,
    document: postgres.JSONValue,
    keys: (string | null)[],
  ) => {
    const connections = database().connect({ max: count });
    const outcomes = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] = await sql<{ outcome: Outcome }[]>`
            select public.begin_guest_document(${sql.json(subject)}, ${sql.json(document)}, true,
              ${sql.json({ ...offeredKey, wrappedKey: `${offeredKey.wrappedKey}${index}` })}, ${keys[index] ?? null}) as outcome`;
          return row?.outcome ?? {};
        }),
      ),
    );
    await connections.end();
    return outcomes;
  };
  const prepare = async () => {
    const { subject } = await makeStay(database(), await makeDocumentPlace(database()));
    const { policy } = await listOwn(database(), subject);
    const consent = { consentVersion: policy.consentVersion, consentLocale: 'en' };
    return { subject, document: { documentType: 'passport', ...consent } };
  };

  it('of a new person make one person', async () => {
    const { subject, document } = await prepare();
    const newPerson = { name: 'Mia Johnson', isChild: true };
    const outcomes = await beginAtOnce(subject, 5, { ...document, newPerson }, []);
    expect(outcomes.filter(({ ok }) => ok === true)).toHaveLength(5);
    expect((await listOwn(database(), subject)).people).toMatchObject([{ name: 'Mia Johnson' }]);
  });

  it('of a new place get one key', async () => {
    const { subject, document } = await prepare();
    const outcomes = await beginAtOnce(subject, 5, document, []);
    expect(new Set(outcomes.map(({ key }) => JSON.stringify(key))).size).toBe(1);
    expect(outcomes[0]).toMatchObject({ ok: true, key: { version: 1 } });
  });

  it('of one request are one document, of which the last path counts', async () => {
    const { subject, document } = await prepare();
    const outcomes = await beginAtOnce(subject, 5, document, Array(5).fill('a-key-to-come-back-with'));
    expect(new Set(outcomes.map(({ id }) => id)).size).toBe(1);
    expect(new Set(outcomes.map(({ path }) => path)).size).toBe(5);
    const row = await readDocument(database(), String(outcomes[0]?.['id']));
    expect(outcomes.map(({ path }) => path)).toContain(row?.['storage_path']);
    const queued = await database().sql(`select from public.storage_removals where name = any ($1)`, [
      outcomes.map(({ path }) => path),
    ]);
    expect(queued).toHaveLength(4);
  });

  it('of a person who is taken off the booking at that moment are refused', async () => {
    const { booking, subject } = await makeStay(database(), await makeDocumentPlace(database()));
    const { id: personId } = await addPerson(database(), booking, 'Mia');
    const connections = database().connect({ max: 1 });
    const { sent } = await connections.begin(async (sql) => {
      await sql`delete from public.booking_people where id = ${personId}`;
      const waits = begin(database(), subject, { document: { personId } });
      // It has found the person, and waits for the row.
      await expect
        .poll(() =>
          database().sql(
            `select from pg_catalog.pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
          ),
        )
        .not.toEqual([]);
      return { sent: waits };
    });
    await connections.end();
    expect(await sent).toEqual({ ok: false, error: 'invalid_request' });
  });

  it('five are announced however many are sent at once', async () => {
    await runWithinOneMinute(database(), async () => {
      const { subject, document } = await prepare();
      const outcomes = await beginAtOnce(subject, 20, document, []);
      expect(outcomes.filter(({ ok }) => ok === true)).toHaveLength(5);
      expect(outcomes.filter(({ error }) => error === 'rate_limited')).toHaveLength(15);
    });
  });
});
