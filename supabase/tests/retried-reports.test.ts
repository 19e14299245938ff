import { beforeAll, describe, expect, it } from 'vitest';
import { inOneMinute } from './support/in-one-minute.ts';
import { callByName, replyToIncident, reportIncident } from './support/incident-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { guestOf } from './support/order-calls.ts';
import { actOn, type Person, signUpMember, staysServer } from './support/people.ts';
import { refusalOf } from './support/refusal.ts';

const key = 'a-key-to-come-back-with';

onEachEngine('what is sent to the desk again', {}, (database) => {
  let property: Property;
  let staff: Person;
  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
  });
  const makeStay = async () => makeBooking(database(), await makeRoom(database(), property));

  it('is the first report, whatever language it is asked in', async () => {
    const subject = guestOf(await makeStay());
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
  ])('under the same key with another %s is a mistake, and changes nothing', async (_, change) => {
    const subject = guestOf(await makeStay());
    await reportIncident(database(), subject, { idempotency_key: key });
    expect(await reportIncident(database(), subject, { idempotency_key: key, ...change })).toEqual({
      ok: false,
      error: 'conflict',
      reason: 'key_was_used_for_another_report',
    });
    const { incidents } = await callByName(database(), 'list_own_incidents', { subject });
    expect(incidents).toMatchObject([{ title: 'Cold shower', description: '', photoCount: 0 }]);
  });

  it('is answered after check-out and after its area is gone: it is no new report', async () => {
    const booking = await makeStay();
    const [area] = await database().sql<{ id: string }>(
      'insert into public.areas (property_id, name) values ($1, $2) returning id',
      [property.id, 'Sauna'],
    );
    const wish = { idempotency_key: key, area_id: area?.id };
    const { incident } = await reportIncident(database(), guestOf(booking), wish);
    await database().sql('delete from public.areas where id = $1', [area?.id]);
    await database().sql("update public.accom_bookings set status = 'checked_out' where id = $1", [
      booking.id,
    ]);
    expect(await reportIncident(database(), guestOf(booking), wish)).toMatchObject({
      replayed: true,
      incident: { id: incident.id, area: null },
    });
    expect(await reportIncident(database(), guestOf(booking))).toMatchObject({ error: 'stay_ended' });
  });

  it('is one reply, is not counted, and under the same key with other words a mistake', async () => {
    const subject = guestOf(await makeStay());
    const { incident } = await reportIncident(database(), subject);
    const word = { incident_id: incident.id, message: 'Still cold.', idempotency_key: key };
    await inOneMinute(database(), async () => {
      await database().sql('delete from public.rate_limits; delete from public.incident_updates');
      const first = await replyToIncident(database(), subject, word);
      expect(first).toMatchObject({
        ok: true,
        replayed: false,
        incident: { updates: [{ message: 'Still cold.' }] },
      });
      for (let sent = 0; sent < 6; sent += 1) {
        expect(await replyToIncident(database(), subject, word)).toEqual({ ...first, replayed: true });
      }
    });
    expect(await replyToIncident(database(), subject, { ...word, message: 'Warm now.' })).toEqual({
      ok: false,
      error: 'conflict',
      reason: 'key_was_used_for_another_reply',
    });
    expect(
      await replyToIncident(database(), subject, { ...word, idempotency_key: 'another-key' }),
    ).toMatchObject({ replayed: false, incident: { updates: [{}, {}] } });
  });

  it('has keys for each report and each stay', async () => {
    const one = guestOf(await makeStay());
    const two = guestOf(await makeStay());
    const { incident: first } = await reportIncident(database(), one);
    const { incident: second } = await reportIncident(database(), one);
    const { incident: another } = await reportIncident(database(), two);
    const word = { message: 'Hello?', idempotency_key: key };
    for (const [subject, incident_id] of [
      [one, first.id],
      [one, second.id],
      [two, another.id],
    ] as const) {
      expect(await replyToIncident(database(), subject, { incident_id, ...word })).toMatchObject({
        replayed: false,
      });
    }
    expect(await replyToIncident(database(), two, { incident_id: first.id, ...word })).toEqual({
      ok: false,
      error: 'not_found',
    });
  });

  it.each(['short', 'x'.repeat(101)])('has a key that is one: not %j', async (idempotency_key) => {
    const subject = guestOf(await makeStay());
    const { incident } = await reportIncident(database(), subject);
    const word = { incident_id: incident.id, message: 'Hello?', idempotency_key };
    expect(await replyToIncident(database(), subject, word)).toEqual({ ok: false, error: 'invalid_request' });
    expect(await reportIncident(database(), subject, { idempotency_key })).toEqual({
      ok: false,
      error: 'invalid_request',
    });
  });

  it('by the desk, as a second tap on the same step, is no step', async () => {
    const { incident } = await reportIncident(database(), guestOf(await makeStay()));
    const tap = { incident_id: incident.id, status: 'in_progress' };
    await callByName(database(), 'set_incident_status', tap, staff);
    expect(await refusalOf(callByName(database(), 'set_incident_status', tap, staff))).toEqual({
      code: 'PT409',
      message: 'illegal_step',
      detail: { from: 'in_progress', to: 'in_progress' },
    });
    await callByName(database(), 'set_incident_status', { ...tap, message: 'A plumber comes.' }, staff);
  });
});

onNativePostgres('a reply that is tapped 16 times at once', {}, (database) => {
  describe('under one key', () => {
    it('is one reply', async () => {
      const place = await makeProperty(database());
      const subject = guestOf(await makeBooking(database(), await makeRoom(database(), place)));
      const { incident } = await reportIncident(database(), subject);
      const connections = database().connect({ max: 16 });
      const answers = await Promise.all(
        Array.from({ length: 16 }, () =>
          actOn(connections, staysServer, async (sql) => {
            const [row] = await sql`select public.reply_to_incident(
              ${sql.json(subject)}, ${incident.id}, 'Still cold.', idempotency_key => ${key}) as outcome`;
            return row?.['outcome'];
          }),
        ),
      );
      expect(answers.filter((answer) => answer.replayed === false)).toHaveLength(1);
      expect(answers.every((answer) => answer.incident.updates.length === 1)).toBe(true);
    });
  });
});
