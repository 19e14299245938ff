import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeClient } from './support/guest-calls.ts';
import { callByName, reportIncident } from './support/incident-calls.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Subject, subjectOfBooking } from './support/order-calls.ts';
import { anon, type Person, queryAs, runOnConnection, signUpMember, staysServer } from './support/people.ts';

onNativePostgres('incidents', {}, (database) => {
  let property: Property;
  let booking: Booking;
  let staff: Person;
  let stranger: Person;

  const call = (name: string, args: Record<string, unknown>, person?: Person) =>
    callByName(database(), name, args, person);
  const report = (subject: Subject, more?: Record<string, unknown>) =>
    reportIncident(database(), subject, more);
  const makeStay = async (columns: Record<string, unknown> = {}) =>
    makeBooking(database(), await makeRoom(database(), property), columns);

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    booking = await makeStay();
  });

  it('a reported incident belongs to the room and booking of its subject', async () => {
    const outcome = await report(subjectOfBooking(booking), { photo_count: 2, locale: 'vi' });
    expect(outcome).toMatchObject({
      ok: true,
      replayed: false,
      incident: { status: 'open', photoCount: 2, updates: [] },
    });
    const [row] = await database().sql(
      'select property_id, room_id, booking_id from public.incidents where id = $1',
      [outcome.incident.id],
    );
    expect(row).toEqual({ property_id: property.id, room_id: booking['room_id'], booking_id: booking.id });
    const folder = `${property.id}/${booking.id}/`;
    expect(outcome.photoPaths.every((path) => path.startsWith(folder) && path.endsWith('.webp'))).toBe(true);
  });

  it('a guest session can report an incident and list it', async () => {
    const session = await makeSession(database(), await makeRoom(database(), property));
    const subject = { propertyId: property.id, sessionId: session.id };
    const { incident } = await report(subject);
    expect(await call('list_own_incidents', { subject })).toMatchObject({
      ok: true,
      incidents: [{ id: incident.id }],
    });
  });

  it.each([
    ['checked_out', 'stay_ended'],
    ['pending', 'illegal_step'],
    ['cancelled', 'session_expired'],
    ['no_show', 'session_expired'],
  ])('a guest whose booking is %s cannot report an incident, error %s', async (status, error) => {
    expect(await report(subjectOfBooking(await makeStay({ status })))).toMatchObject({ ok: false, error });
  });

  it('incidents of an ended stay can be read but not replied to', async () => {
    const stay = await makeStay();
    const { incident } = await report(subjectOfBooking(stay));
    await database().sql("update public.accom_bookings set status = 'checked_out' where id = $1", [stay.id]);
    expect(await call('list_own_incidents', { subject: subjectOfBooking(stay) })).toMatchObject({
      incidents: [{ id: incident.id }],
    });
    const reply = { subject: subjectOfBooking(stay), incident_id: incident.id, message: 'Hello?' };
    expect(await call('reply_to_incident', reply)).toMatchObject({ ok: false, error: 'stay_ended' });
  });

  it('a guest gets not_found for an incident of another stay and wrong_stay under its code', async () => {
    const other = await makeStay();
    const { incident } = await report(subjectOfBooking(other));
    const subject = subjectOfBooking(booking);
    expect(await call('reply_to_incident', { subject, incident_id: incident.id, message: 'x' })).toEqual({
      ok: false,
      error: 'not_found',
    });
    expect(await call('forget_incident_photo', { subject, incident_id: incident.id, path: 'x' })).toEqual({
      ok: false,
      error: 'not_found',
    });
    expect(await report({ ...subject, code: other.booking_code })).toMatchObject({
      ok: false,
      error: 'wrong_stay',
    });
    expect(await report({ ...subject, propertyId: crypto.randomUUID() })).toMatchObject({
      ok: false,
      error: 'session_expired',
    });
  });

  it('an incident cannot name an area of another property', async () => {
    const elsewhere = await makeProperty(database());
    const [area] = await database().sql<{ id: string }>(
      "insert into public.areas (property_id, name) values ($1, 'Pool') returning id",
      [elsewhere.id],
    );
    expect(await report(subjectOfBooking(await makeStay()), { area_id: area?.id })).toMatchObject({
      ok: false,
      error: 'invalid_request',
    });
  });

  it('two reports of one stay under one key make one incident, and another stay may use the same key', async () => {
    const [one, two] = [await makeStay(), await makeStay()];
    const first = await report(subjectOfBooking(one), { idempotency_key: 'one-key-for-all', photo_count: 1 });
    const again = await report(subjectOfBooking(one), {
      idempotency_key: 'one-key-for-all',
      photo_count: 1,
    });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await report(subjectOfBooking(two), { idempotency_key: 'one-key-for-all' })).toMatchObject({
      replayed: false,
    });
  });

  it('reports and replies together are limited to five a minute and stay, and a replay is not counted', async () => {
    const stay = await makeStay();
    await runWithinOneMinute(database(), async () => {
      const subject = subjectOfBooking(await makeStay());
      const { incident } = await report(subject, { idempotency_key: 'a-key-to-come-back-with' });
      for (let sent = 0; sent < 4; sent++) {
        expect(
          await call('reply_to_incident', { subject, incident_id: incident.id, message: 'x' }),
        ).toMatchObject({ ok: true });
      }
      expect(await report(subject)).toMatchObject({
        ok: false,
        error: 'rate_limited',
        retryAfterSeconds: expect.any(Number),
      });
      expect(
        await call('reply_to_incident', { subject, incident_id: incident.id, message: 'x' }),
      ).toMatchObject({ error: 'rate_limited' });
      expect(await report(subject, { idempotency_key: 'a-key-to-come-back-with' })).toMatchObject({
        ok: true,
        replayed: true,
      });
    });
    expect(await report(subjectOfBooking(stay))).toMatchObject({ ok: true });
  });

  describe('set_incident_status', () => {
    const steps = ['open', 'in_progress', 'resolved', 'closed'];
    const legal = [
      'open>in_progress',
      'in_progress>resolved',
      'resolved>closed',
      'resolved>open',
      'closed>open',
    ];
    const pairs = steps.flatMap((from) =>
      steps
        .filter((to) => to !== from)
        .map((to) => [from, legal.includes(`${from}>${to}`) ? 'can' : 'cannot', to] as const),
    );

    it.each(pairs)('an incident that is %s %s become %s', async (from, verb, to) => {
      const { incident } = await report(subjectOfBooking(await makeStay()));
      await database().sql('alter table public.incidents disable trigger incidents_check_step');
      await database().sql('update public.incidents set status = $2::public.incident_status where id = $1', [
        incident.id,
        from,
      ]);
      await database().sql('alter table public.incidents enable trigger incidents_check_step');
      const step = call(
        'set_incident_status',
        { incident_id: incident.id, status: to, message: 'On it.' },
        staff,
      );
      if (verb === 'cannot') {
        expect(await catchDatabaseError(step)).toEqual({
          code: 'PT409',
          message: 'illegal_step',
          detail: { from, to },
        });
        return;
      }
      await step;
      const [row] = await database().sql('select status from public.incidents where id = $1', [incident.id]);
      expect(row).toEqual({ status: to });
    });

    it('the guest reads a reply of the desk without the name of its author', async () => {
      const stay = await makeStay();
      const { incident } = await report(subjectOfBooking(stay));
      await call(
        'set_incident_status',
        { incident_id: incident.id, message: 'A plumber comes at noon.' },
        staff,
      );
      const own = await call('list_own_incidents', { subject: subjectOfBooking(stay) });
      expect(own).toMatchObject({
        incidents: [
          { status: 'open', updates: [{ from: 'desk', message: 'A plumber comes at noon.', status: null }] },
        ],
      });
      expect(JSON.stringify(own)).not.toContain('staff-');
    });

    it('set_incident_status gives a member of another property not_found, and refuses a blank message', async () => {
      const { incident } = await report(subjectOfBooking(await makeStay()));
      const step = { incident_id: incident.id, status: 'in_progress' };
      expect(await catchDatabaseError(call('set_incident_status', step, stranger))).toMatchObject({
        code: 'PT404',
        message: 'not_found',
      });
      expect(
        await catchDatabaseError(
          call('set_incident_status', { incident_id: incident.id, message: ' ' }, staff),
        ),
      ).toMatchObject({ code: 'PT400' });
    });
  });

  it('only members of the property can select incidents from the table', async () => {
    const { incident } = await report(subjectOfBooking(await makeStay()));
    const query = 'select id from public.incidents where id = $1';
    expect(await queryAs(database(), staff, query, [incident.id])).toHaveLength(1);
    expect(await queryAs(database(), stranger, query, [incident.id])).toHaveLength(0);
    for (const nobody of [anon, staysServer]) {
      expect(await catchDatabaseError(queryAs(database(), nobody, query, [incident.id]))).toMatchObject({
        code: '42501',
      });
    }
  });

  it('list_own_incidents returns session_expired for an invalid subject', async () => {
    for (const subject of [
      {},
      { propertyId: 'x', bookingId: 'y' },
      { propertyId: property.id, bookingId: makeClient() },
    ]) {
      expect(await call('list_own_incidents', { subject })).toEqual({ ok: false, error: 'session_expired' });
    }
  });
});

onNativePostgres('reports at the same time', {}, (database) => {
  it('a report that is sent 16 times at once under one key makes one incident', async () => {
    const booking = await makeBooking(database(), await makeRoom(database(), await makeProperty(database())));
    const connections = database().connect({ max: 16 });
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] =
            await sql`select public.report_incident(${sql.json(subjectOfBooking(booking))}, 'Cold shower', '', 'high',
            idempotency_key => 'sixteen-taps') as outcome`;
          return row?.['outcome'];
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.replayed === false)).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => outcome.incident.id)).size).toBe(1);
  });
});
