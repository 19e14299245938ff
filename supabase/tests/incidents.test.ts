import { beforeAll, describe, expect, it } from 'vitest';
import { newClient, type Outcome } from './support/guest-calls.ts';
import { inOneMinute } from './support/in-one-minute.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-place.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { actOn, anon, ask, type Person, signUpMember, staysServer } from './support/people.ts';
import { refusalOf } from './support/refusal.ts';

type Subject = { propertyId: string; bookingId?: string; sessionId?: string; code?: string };
type Reported = Outcome & { incident: { id: string; status: string }; photoPaths: string[] };

const subjectOf = (booking: Booking): Subject => ({ propertyId: booking.property_id, bookingId: booking.id });

const webp = new Uint8Array(
  Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0', 'latin1'),
);

onEachEngine('incidents', {}, (database) => {
  let property: Property;
  let booking: Booking;
  let staff: Person;
  let stranger: Person;

  const call = async (
    name: string,
    args: Record<string, unknown>,
    person: Person = staysServer,
  ): Promise<Outcome> => {
    const named = Object.keys(args).map((key, index) => `${key} => $${index + 1}`);
    const [row] = await ask<{ outcome: Outcome }>(
      database(),
      person,
      `select public.${name}(${named.join(', ')}) as outcome`,
      Object.values(args),
    );
    return row?.outcome ?? {};
  };
  const report = async (subject: Subject, more: Record<string, unknown> = {}) =>
    (await call('report_incident', {
      subject,
      title: 'Cold shower',
      description: '',
      priority: 'high',
      ...more,
    })) as Reported; // the tests say which answers they expect
  const makeStay = async (columns: Record<string, unknown> = {}) =>
    makeBooking(database(), await makeRoom(database(), property), columns);

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    booking = await makeStay();
  });

  it('belong to the stay they were reported from, whatever else is said', async () => {
    const answer = await report(subjectOf(booking), { photo_count: 2, locale: 'vi' });
    expect(answer).toMatchObject({
      ok: true,
      replayed: false,
      incident: { status: 'open', photoCount: 2, updates: [] },
    });
    const [row] = await database().sql(
      'select property_id, room_id, booking_id from public.incidents where id = $1',
      [answer.incident.id],
    );
    expect(row).toEqual({ property_id: property.id, room_id: booking['room_id'], booking_id: booking.id });
    const folder = `${property.id}/${booking.id}/`;
    expect(answer.photoPaths.every((path) => path.startsWith(folder) && path.endsWith('.webp'))).toBe(true);
  });

  it('may come from a guest session as well', async () => {
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
  ])('are not reported from a stay that is %s', async (status, error) => {
    expect(await report(subjectOf(await makeStay({ status })))).toMatchObject({ ok: false, error });
  });

  it('of an ended stay stay readable, and take no word more', async () => {
    const stay = await makeStay();
    const { incident } = await report(subjectOf(stay));
    await database().sql("update public.accom_bookings set status = 'checked_out' where id = $1", [stay.id]);
    expect(await call('list_own_incidents', { subject: subjectOf(stay) })).toMatchObject({
      incidents: [{ id: incident.id }],
    });
    const word = { subject: subjectOf(stay), incident_id: incident.id, message: 'Hello?' };
    expect(await call('reply_to_incident', word)).toMatchObject({ ok: false, error: 'stay_ended' });
  });

  it('of another stay do not exist, and its code is another stay’s', async () => {
    const other = await makeStay();
    const { incident } = await report(subjectOf(other));
    const subject = subjectOf(booking);
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

  it('name areas of their own property only', async () => {
    const elsewhere = await makeProperty(database());
    const [area] = await database().sql<{ id: string }>(
      "insert into public.areas (property_id, name) values ($1, 'Pool') returning id",
      [elsewhere.id],
    );
    expect(await report(subjectOf(await makeStay()), { area_id: area?.id })).toMatchObject({
      ok: false,
      error: 'invalid_request',
    });
  });

  it('are made once for a key, and each stay has keys of its own', async () => {
    const [one, two] = [await makeStay(), await makeStay()];
    const first = await report(subjectOf(one), { idempotency_key: 'one-key-for-all', photo_count: 1 });
    const again = await report(subjectOf(one), {
      idempotency_key: 'one-key-for-all',
      photo_count: 1,
    });
    expect(again).toEqual({ ...first, replayed: true });
    expect(await report(subjectOf(two), { idempotency_key: 'one-key-for-all' })).toMatchObject({
      replayed: false,
    });
  });

  it('and answers are five a minute and stay; a replay costs nothing', async () => {
    const stay = await makeStay();
    await inOneMinute(database(), async () => {
      const subject = subjectOf(await makeStay());
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
    expect(await report(subjectOf(stay))).toMatchObject({ ok: true });
  });

  describe('go from step to step at the desk', () => {
    const steps = ['open', 'in_progress', 'resolved', 'closed'];
    const legal = [
      'open>in_progress',
      'in_progress>resolved',
      'resolved>closed',
      'resolved>open',
      'closed>open',
    ];
    const pairs = steps.flatMap((from) => steps.filter((to) => to !== from).map((to) => [from, to] as const));

    it.each(pairs)('%s → %s', async (from, to) => {
      const { incident } = await report(subjectOf(await makeStay()));
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
      if (!legal.includes(`${from}>${to}`)) {
        expect(await refusalOf(step)).toEqual({
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

    it('with an answer the guest reads, and without the name of who wrote it', async () => {
      const stay = await makeStay();
      const { incident } = await report(subjectOf(stay));
      await call(
        'set_incident_status',
        { incident_id: incident.id, message: 'A plumber comes at noon.' },
        staff,
      );
      const own = await call('list_own_incidents', { subject: subjectOf(stay) });
      expect(own).toMatchObject({
        incidents: [
          { status: 'open', updates: [{ from: 'desk', message: 'A plumber comes at noon.', status: null }] },
        ],
      });
      expect(JSON.stringify(own)).not.toContain('staff-');
    });

    it('of their own property: to others there is no such thing', async () => {
      const { incident } = await report(subjectOf(await makeStay()));
      const step = { incident_id: incident.id, status: 'in_progress' };
      expect(await refusalOf(call('set_incident_status', step, stranger))).toMatchObject({
        code: 'PT404',
        message: 'not_found',
      });
      expect(
        await refusalOf(call('set_incident_status', { incident_id: incident.id, message: ' ' }, staff)),
      ).toMatchObject({ code: 'PT400' });
    });
  });

  it('are read by nobody through the tables but the people of their property', async () => {
    const { incident } = await report(subjectOf(await makeStay()));
    const query = 'select id from public.incidents where id = $1';
    expect(await ask(database(), staff, query, [incident.id])).toHaveLength(1);
    expect(await ask(database(), stranger, query, [incident.id])).toHaveLength(0);
    for (const nobody of [anon, staysServer]) {
      expect(await refusalOf(ask(database(), nobody, query, [incident.id]))).toMatchObject({ code: '42501' });
    }
  });

  describe('photos', () => {
    const bucket = (caller: string | { accessToken: string } = 'guest_api') =>
      database().client(caller).storage.from('incident-photos');
    const promise = async () => {
      const { photoPaths } = await report(subjectOf(await makeStay()), { photo_count: 1 });
      return photoPaths[0] ?? '';
    };
    const store = (path: string, type = 'image/webp') =>
      bucket().upload(path, webp, { contentType: type, upsert: false });

    it('are stored under a path a report gave out, once', async () => {
      const path = await promise();
      expect((await store(path)).error).toBeNull();
      expect((await store(path)).error).not.toBeNull();
    });

    it('are stored nowhere else', async () => {
      const path = await promise();
      const elsewhere = [
        path.replace('.webp', '-2.webp'),
        `${property.id}/x.webp`,
        'x.webp',
        path.toUpperCase(),
        `/${path}x`,
      ];
      for (const other of elsewhere) {
        expect({ other, error: (await store(other)).error }).not.toEqual({ other, error: null });
      }
      expect((await store(path, 'text/html')).error).not.toBeNull();
      expect(
        (await database().client('anon').storage.from('incident-photos').upload(path, webp)).error,
      ).not.toBeNull();
    });

    it('are not stored an hour after the report, nor once their path was taken back', async () => {
      const late = await promise();
      await database().sql(
        "update public.incidents set created_at = now() - interval '61 minutes' where $1 = any (photos)",
        [late],
      );
      expect((await store(late)).error).not.toBeNull();
      const stay = await makeStay();
      const { incident, photoPaths } = await report(subjectOf(stay), { photo_count: 1 });
      const path = photoPaths[0] ?? '';
      await call('forget_incident_photo', { subject: subjectOf(stay), incident_id: incident.id, path });
      expect((await store(path)).error).not.toBeNull();
    });

    it('cannot be read, listed, replaced or removed by the stays server', async () => {
      const path = await promise();
      await store(path);
      expect((await bucket().download(path)).data).toBeNull();
      expect((await bucket().createSignedUrl(path, 60)).data).toBeNull();
      expect((await bucket().list(path.slice(0, path.lastIndexOf('/')))).data ?? []).toEqual([]);
      expect(
        (await bucket().upload(path, webp, { contentType: 'image/webp', upsert: true })).error,
      ).not.toBeNull();
      await bucket().remove([path]);
      const [kept] = await database().sql('select name from storage.objects where name = $1', [path]);
      expect(kept).toEqual({ name: path });
    });

    it('are read by the people of their property, and by no other owner', async () => {
      const path = await promise();
      await store(path);
      const member = await database().signUp(`photo-${crypto.randomUUID()}@example.com`);
      await database().sql(
        `insert into public.property_members (property_id, account_id, role)
         select $1, id, 'staff' from public.accounts where auth_id = $2`,
        [property.id, member.userId],
      );
      const owner = await database().signUp(`other-${crypto.randomUUID()}@example.com`);
      expect((await bucket({ accessToken: member.accessToken }).download(path)).error).toBeNull();
      expect((await bucket({ accessToken: owner.accessToken }).download(path)).data).toBeNull();
      expect((await bucket('anon').download(path)).data).toBeNull();
    });
  });

  it('are nobody’s for a subject that is none', async () => {
    for (const subject of [
      {},
      { propertyId: 'x', bookingId: 'y' },
      { propertyId: property.id, bookingId: newClient() },
    ]) {
      expect(await call('list_own_incidents', { subject })).toEqual({ ok: false, error: 'session_expired' });
    }
  });
});

onNativePostgres('a report that is tapped 16 times at once', {}, (database) => {
  it('is one report', async () => {
    const booking = await makeBooking(database(), await makeRoom(database(), await makeProperty(database())));
    const connections = database().connect({ max: 16 });
    const answers = await Promise.all(
      Array.from({ length: 16 }, () =>
        actOn(connections, staysServer, async (sql) => {
          const [row] =
            await sql`select public.report_incident(${sql.json(subjectOf(booking))}, 'Cold shower', '', 'high',
            idempotency_key => 'sixteen-taps') as outcome`;
          return row?.['outcome'];
        }),
      ),
    );
    expect(answers.filter((answer) => answer.replayed === false)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.incident.id)).size).toBe(1);
  });
});
