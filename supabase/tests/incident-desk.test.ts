import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { callByName, reportIncident } from './support/incident-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Subject, subjectOfBooking } from './support/order-calls.ts';
import { anon, type Person, queryAs, signUpMember, staysServer } from './support/people.ts';

const hour = 3_600_000;

onNativePostgres('the desk sorts incidents', {}, (database) => {
  let property: Property;
  let staff: Person & { accountId: string };
  let stranger: Person & { accountId: string };

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
  });

  const checkInGuest = async (): Promise<Subject> =>
    subjectOfBooking(await makeBooking(database(), await makeRoom(database(), property)));
  const report = async (priority = 'high', guest?: Subject) =>
    (await reportIncident(database(), guest ?? (await checkInGuest()), { priority })).incident.id;
  const read = async (id: string) => {
    const [row] = await queryAs<{ priority: string; assignee_id: string | null; hours: number }>(
      database(),
      staff,
      `select priority, assignee_id, extract(epoch from due_at - created_at)::float8 / 3600 as hours
       from public.incidents where id = $1`,
      [id],
    );
    return row;
  };
  const change = (person: Person, id: string, set: string) =>
    queryAs(database(), person, `update public.incidents set ${set} where id = $1 returning id`, [id]);
  const setStatus = (id: string, status: string) =>
    callByName(database(), 'set_incident_status', { incident_id: id, status }, staff);
  const note = (person: Person, id: string, words: string) =>
    callByName(database(), 'note_incident', { incident_id: id, note: words }, person);

  it.each([
    ['urgent', 1],
    ['high', 4],
    ['medium', 24],
    ['low', 72],
  ])('an incident of priority %s is due after %i hours', async (priority, hours) => {
    expect(await read(await report(priority))).toMatchObject({ priority, hours });
  });

  it('is due anew from when its priority changes, or when it is opened again', async () => {
    const id = await report('low');
    await database().sql("update public.incidents set created_at = now() - interval '9 days' where id = $1", [
      id,
    ]);
    const due = async () => {
      const [row] = await database().sql<{ due_at: Date }>(
        'select due_at from public.incidents where id = $1',
        [id],
      );
      return new Date(row?.due_at ?? Number.NaN).getTime();
    };
    await change(staff, id, "priority = 'urgent'");
    expect(Math.abs((await due()) - Date.now() - hour)).toBeLessThan(hour / 4);
    await database().sql("update public.incidents set due_at = now() - interval '1 day' where id = $1", [id]);
    await setStatus(id, 'in_progress');
    expect(await due()).toBeLessThan(Date.now());
    await setStatus(id, 'resolved');
    await setStatus(id, 'open');
    expect(await due()).toBeGreaterThan(Date.now());
  });

  describe('who sees to it', () => {
    it('is a member of the property, and nobody any more once that member has left', async () => {
      const id = await report();
      const technician = await signUpMember(database(), property.id, 'staff');
      await change(staff, id, `assignee_id = '${technician.accountId}'`);
      expect(await read(id)).toMatchObject({ assignee_id: technician.accountId });
      const foreign = change(staff, id, `assignee_id = '${stranger.accountId}'`);
      expect(await catchDatabaseError(foreign)).toMatchObject({ code: '23503' });
      await database().sql('delete from public.property_members where account_id = $1', [
        technician.accountId,
      ]);
      expect(await read(id)).toMatchObject({ assignee_id: null });
    });

    it('is nobody who may not read it: no housekeeper, and no longer who becomes one', async () => {
      const id = await report();
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      const meanwhile = { code: 'PT409', message: 'conflict', detail: { reason: 'changed_meanwhile' } };
      const assign = (accountId: string) => change(staff, id, `assignee_id = '${accountId}'`);
      expect(await catchDatabaseError(assign(housekeeper.accountId))).toMatchObject(meanwhile);
      const technician = await signUpMember(database(), property.id, 'staff');
      await assign(technician.accountId);
      await database().sql(
        `update public.property_members set role = 'housekeeper', sees_documents = false, sees_money = false
         where account_id = $1`,
        [technician.accountId],
      );
      expect(await read(id)).toMatchObject({ assignee_id: null });
      expect(await catchDatabaseError(assign(technician.accountId))).toMatchObject(meanwhile);
      expect(await read(id)).toMatchObject({ assignee_id: null });
    });

    it('is not a housekeeper again by an undo', async () => {
      const id = await report();
      const technician = await signUpMember(database(), property.id, 'staff');
      await change(staff, id, `assignee_id = '${technician.accountId}'`);
      await change(staff, id, 'assignee_id = null');
      const [entry] = await database().sql<{ id: string }>(
        'select id from public.audit_log where row_id = $1 order by created_at desc limit 1',
        [id],
      );
      await database().sql(
        `update public.property_members set role = 'housekeeper', sees_documents = false, sees_money = false
         where account_id = $1`,
        [technician.accountId],
      );
      const undo = queryAs(database(), staff, 'select public.undo_change($1)', [entry?.id]);
      expect(await catchDatabaseError(undo)).toMatchObject({ code: 'PT409', message: 'conflict' });
      expect(await read(id)).toMatchObject({ assignee_id: null });
    });

    it('each change stands in the history, and its author can undo it', async () => {
      const id = await report('low');
      await change(staff, id, "priority = 'urgent'");
      const [entry] = await queryAs<{ id: string; detail: unknown }>(
        database(),
        staff,
        'select id, detail from public.audit_log where row_id = $1 order by created_at desc limit 1',
        [id],
      );
      expect(entry?.detail).toMatchObject({ from: { priority: 'low' }, to: { priority: 'urgent' } });
      await queryAs(database(), staff, 'select public.undo_change($1)', [entry?.id]);
      expect(await read(id)).toMatchObject({ priority: 'low' });
    });

    it('a step that is undone is told to the guest no more, and a message that went with it stays', async () => {
      const guest = await checkInGuest();
      const id = await report('high', guest);
      const step = (status: string, message = '') =>
        callByName(database(), 'set_incident_status', { incident_id: id, status, message }, staff);
      const undo = async () => {
        const [entry] = await queryAs<{ id: string }>(
          database(),
          staff,
          `select id from public.audit_log where row_id = $1 order by created_at desc limit 1`,
          [id],
        );
        await queryAs(database(), staff, 'select public.undo_change($1)', [entry?.id]);
      };
      const told = async () => {
        const { incidents } = await callByName(database(), 'list_own_incidents', { subject: guest });
        const [own] = incidents as {
          status: string;
          updates: { status: string | null; message: string }[];
        }[];
        return {
          status: own?.status,
          updates: own?.updates.map(({ status, message }) => ({ status, message })),
        };
      };
      await step('in_progress');
      expect(await told()).toEqual({
        status: 'in_progress',
        updates: [{ status: 'in_progress', message: '' }],
      });
      await undo();
      expect(await told()).toEqual({ status: 'open', updates: [] });
      await step('in_progress', 'A plumber comes.');
      await undo();
      expect(await told()).toEqual({
        status: 'open',
        updates: [{ status: null, message: 'A plumber comes.' }],
      });
    });

    it.each([['status'], ['title'], ['due_at'], ['photos']])(
      'no member changes %s directly',
      async (column) => {
        const id = await report();
        const written = change(staff, id, `${column} = ${column}`);
        expect(await catchDatabaseError(written)).toMatchObject({ code: '42501' });
      },
    );

    it('another owner, a housekeeper and who is not signed in change nothing', async () => {
      const id = await report();
      const housekeeper = await signUpMember(database(), property.id, 'housekeeper');
      for (const person of [stranger, housekeeper]) {
        expect(await change(person, id, "priority = 'low'")).toEqual([]);
      }
      for (const nobody of [anon, staysServer]) {
        expect(await catchDatabaseError(change(nobody, id, "priority = 'low'"))).toMatchObject({
          code: '42501',
        });
      }
      expect(await read(id)).toMatchObject({ priority: 'high' });
    });
  });

  describe('a note', () => {
    it('is read by the team and never by the guest', async () => {
      const guest = await checkInGuest();
      const id = await report('high', guest);
      await note(staff, id, '  The guest is difficult. ');
      const query = 'select note, account_id from public.incident_notes where incident_id = $1';
      expect(await queryAs(database(), staff, query, [id])).toEqual([
        { note: 'The guest is difficult.', account_id: staff.accountId },
      ]);
      expect(await queryAs(database(), stranger, query, [id])).toEqual([]);
      const own = await callByName(database(), 'list_own_incidents', { subject: guest });
      expect(JSON.stringify(own)).toContain(id);
      expect(JSON.stringify(own)).not.toContain('difficult');
    });

    it('its words do not stand in the history', async () => {
      const id = await report();
      await note(staff, id, 'A word that only the team reads');
      const entries = await database().sql('select detail from public.audit_log where property_id = $1', [
        property.id,
      ]);
      expect(JSON.stringify(entries)).not.toContain('only the team reads');
    });

    it('that says nothing, or of another property, is refused', async () => {
      const id = await report();
      for (const words of ['', ' \n ', 'x'.repeat(2001)]) {
        expect(await catchDatabaseError(note(staff, id, words))).toMatchObject({ code: 'PT400' });
      }
      expect(await catchDatabaseError(note(stranger, id, 'x'))).toMatchObject({ code: 'PT404' });
    });
  });
});
