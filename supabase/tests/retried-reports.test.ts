import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { beforeAll, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { callByName, replyToIncident, reportIncident } from './support/incident-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { makeItem, placeOrder, subjectOfBooking } from './support/order-calls.ts';
import { type Person, runOnConnection, signUpMember, staysServer } from './support/people.ts';

const key = 'a-key-to-come-back-with';

onNativePostgres('reports and replies that are sent again', {}, (database) => {
  let property: Property;
  let staff: Person;
  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });
  const makeStay = async () => makeBooking(database(), await makeRoom(database(), property));

  it('a report that is sent again returns the first one, also in another language', async () => {
    const subject = subjectOfBooking(await makeStay());
    const first = await reportIncident(database(), subject, { idempotency_key: key, photo_count: 2 });
    const again = await reportIncident(database(), subject, {
      idempotency_key: key,
      photo_count: 2,
      title: ' Cold shower ',
      locale: 'vi',
    });
    expect(again).toEqual({ ...first, replayed: true });
  });

  it.each([
    ['title', { title: 'Loud pipe' }],
    ['description', { description: 'Since noon.' }],
    ['priority', { priority: 'low' }],
    ['number of photos', { photo_count: 1 }],
  ])('a report under a used key with another %s is refused and changes nothing', async (_, change) => {
    const subject = subjectOfBooking(await makeStay());
    await reportIncident(database(), subject, { idempotency_key: key });
    expect(await reportIncident(database(), subject, { idempotency_key: key, ...change })).toEqual({
      ok: false,
      error: 'conflict',
      reason: 'key_was_used_for_another_report',
    });
    const { incidents } = await callByName(database(), 'list_own_incidents', { subject });
    expect(incidents).toMatchObject([{ title: 'Cold shower', description: '', photoCount: 0 }]);
  });

  it('a report that is sent again returns the first one also after check-out and after its area was removed', async () => {
    const booking = await makeStay();
    const [area] = await database().sql<{ id: string }>(
      'insert into public.areas (property_id, name) values ($1, $2) returning id',
      [property.id, 'Sauna'],
    );
    const report = { idempotency_key: key, area_id: area?.id };
    const { incident } = await reportIncident(database(), subjectOfBooking(booking), report);
    await database().sql('delete from public.areas where id = $1', [area?.id]);
    await database().sql("update public.accom_bookings set status = 'checked_out' where id = $1", [
      booking.id,
    ]);
    expect(await reportIncident(database(), subjectOfBooking(booking), report)).toMatchObject({
      replayed: true,
      incident: { id: incident.id, area: null },
    });
    expect(await reportIncident(database(), subjectOfBooking(booking))).toMatchObject({
      error: 'stay_ended',
    });
  });

  it('a reply that is sent again is stored and counted once, and another message under its key is refused', async () => {
    const subject = subjectOfBooking(await makeStay());
    const { incident } = await reportIncident(database(), subject);
    const reply = { incident_id: incident.id, message: 'Still cold.', idempotency_key: key };
    await runWithinOneMinute(database(), async () => {
      await database().sql('delete from public.rate_limits; delete from public.incident_updates');
      const first = await replyToIncident(database(), subject, reply);
      expect(first).toMatchObject({
        ok: true,
        replayed: false,
        incident: { updates: [{ message: 'Still cold.' }] },
      });
      for (let sent = 0; sent < 6; sent += 1) {
        expect(await replyToIncident(database(), subject, reply)).toEqual({ ...first, replayed: true });
      }
    });
    expect(await replyToIncident(database(), subject, { ...reply, message: 'Warm now.' })).toEqual({
      ok: false,
      error: 'conflict',
      reason: 'key_was_used_for_another_reply',
    });
    expect(
      await replyToIncident(database(), subject, { ...reply, idempotency_key: 'another-key' }),
    ).toMatchObject({ replayed: false, incident: { updates: [{}, {}] } });
  });

  it('the same key may be used for replies to other reports and by other stays', async () => {
    const one = subjectOfBooking(await makeStay());
    const two = subjectOfBooking(await makeStay());
    const { incident: first } = await reportIncident(database(), one);
    const { incident: second } = await reportIncident(database(), one);
    const { incident: another } = await reportIncident(database(), two);
    const reply = { message: 'Hello?', idempotency_key: key };
    for (const [subject, incident_id] of [
      [one, first.id],
      [one, second.id],
      [two, another.id],
    ] as const) {
      expect(await replyToIncident(database(), subject, { incident_id, ...reply })).toMatchObject({
        replayed: false,
      });
    }
    expect(await replyToIncident(database(), two, { incident_id: first.id, ...reply })).toEqual({
      ok: false,
      error: 'not_found',
    });
  });

  it('an order, a report and a reply of one stay may have the same key', async () => {
    const subject = subjectOfBooking(await makeStay());
    const item = await makeItem(database(), property);
    const items = [{ itemId: item.id, quantity: 1 }];
    expect(await placeOrder(database(), subject, { key, items })).toMatchObject({ replayed: false });
    const reported = await reportIncident(database(), subject, { idempotency_key: key });
    expect(reported).toMatchObject({ replayed: false });
    const reply = { incident_id: reported.incident.id, message: 'Hello?', idempotency_key: key };
    expect(await replyToIncident(database(), subject, reply)).toMatchObject({ replayed: false });
    expect(await placeOrder(database(), subject, { key, items })).toMatchObject({ replayed: true });
  });

  it.each(['short', 'x'.repeat(101)])('a report and a reply refuse the key %j', async (idempotency_key) => {
    const subject = subjectOfBooking(await makeStay());
    const { incident } = await reportIncident(database(), subject);
    const reply = { incident_id: incident.id, message: 'Hello?', idempotency_key };
    expect(await replyToIncident(database(), subject, reply)).toEqual({
      ok: false,
      error: 'invalid_request',
    });
    expect(await reportIncident(database(), subject, { idempotency_key })).toEqual({
      ok: false,
      error: 'invalid_request',
    });
  });

  it('a second tap of the desk on the same step is refused, unless it has a message', async () => {
    const { incident } = await reportIncident(database(), subjectOfBooking(await makeStay()));
    const tap = { incident_id: incident.id, status: 'in_progress' };
    await callByName(database(), 'set_incident_status', tap, staff);
    expect(await catchDatabaseError(callByName(database(), 'set_incident_status', tap, staff))).toEqual({
      code: 'PT409',
      message: 'illegal_step',
      detail: { from: 'in_progress', to: 'in_progress' },
    });
    await callByName(database(), 'set_incident_status', { ...tap, message: 'A plumber comes.' }, staff);
  });
});

onNativePostgres('replies at the same time', {}, (database) => {
  it('a reply that is sent 16 times at once under one key is stored once', async () => {
    const property = await makeProperty(database());
    const subject = subjectOfBooking(await makeBooking(database(), await makeRoom(database(), property)));
    const { incident } = await reportIncident(database(), subject);
    const connections = database().connect({ max: 16 });
    const outcomes = await Promise.all(
      Array.from({ length: 16 }, () =>
        runOnConnection(connections, staysServer, async (sql) => {
          const [row] = await sql`select public.reply_to_incident(
              ${sql.json(subject)}, ${incident.id}, 'Still cold.', idempotency_key => ${key}) as outcome`;
          return row?.['outcome'];
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.replayed === false)).toHaveLength(1);
    expect(outcomes.every((outcome) => outcome.incident.updates.length === 1)).toBe(true);
  });
});
