import { beforeAll, describe, expect, it } from 'vitest';
import { catchDatabaseError } from './support/database-error.ts';
import { makeClient, type Outcome } from './support/guest-calls.ts';
import {
  type Booking,
  makeBooking,
  makeProperty,
  makeRoom,
  makeSession,
  type Property,
} from './support/make-property.ts';
import { onEachEngine, onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, runOnConnection, signUpMember, staysServer } from './support/people.ts';
import { runWithinOneMinute } from './support/run-within-one-minute.ts';

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
    const [row] = await queryAs<{ outcome: Outcome }>(
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
    })) as Reported; // each test checks the outcome that it expects
  const makeStay = async (columns: Record<string, unknown> = {}) =>
    makeBooking(database(), await makeRoom(database(), property), columns);

  beforeAll(async () => {
    property = await makeProperty(database());
    staff = await signUpMember(database(), property.id, 'staff');
    stranger = await signUpMember(database(), (await makeProperty(database())).id, 'owner');
    booking = await makeStay();
  });

  it('a reported incident belongs to the room and booking of its subject', async () => {
    const outcome = await report(subjectOf(booking), { photo_count: 2, locale: 'vi' });
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
    expect(await report(subjectOf(await makeStay({ status })))).toMatchObject({ ok: false, error });
  });

  it('incidents of an ended stay can be read but not replied to', async () => {
    const stay = await makeStay();
    const { incident } = await report(subjectOf(stay));
    await database().sql("update public.accom_bookings set status = 'checked_out' where id = $1", [stay.id]);
    expect(await call('list_own_incidents', { subject: subjectOf(stay) })).toMatchObject({
      incidents: [{ id: incident.id }],
    });
    const reply = { subject: subjectOf(stay), incident_id: incident.id, message: 'Hello?' };
    expect(await call('reply_to_incident', reply)).toMatchObject({ ok: false, error: 'stay_ended' });
  });

  it('a guest gets not_found for an incident of another stay and wrong_stay under its code', async () => {
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

  it('an incident cannot name an area of another property', async () => {
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

  it('two reports of one stay under one key make one incident, and another stay may use the same key', async () => {
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

  it('reports and replies together are limited to five a minute and stay, and a replay is not counted', async () => {
    const stay = await makeStay();
    await runWithinOneMinute(database(), async () => {
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

    it('set_incident_status gives a member of another property not_found, and refuses a blank message', async () => {
      const { incident } = await report(subjectOf(await makeStay()));
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
    const { incident } = await report(subjectOf(await makeStay()));
    const query = 'select id from public.incidents where id = $1';
    expect(await queryAs(database(), staff, query, [incident.id])).toHaveLength(1);
    expect(await queryAs(database(), stranger, query, [incident.id])).toHaveLength(0);
    for (const nobody of [anon, staysServer]) {
      expect(await catchDatabaseError(queryAs(database(), nobody, query, [incident.id]))).toMatchObject({
        code: '42501',
      });
    }
  });

  describe('photos of incidents', () => {
    const bucket = (caller: string | { accessToken: string } = 'guest_api') =>
      database().client(caller).storage.from('incident-photos');
    const givePath = async () => {
      const { photoPaths } = await report(subjectOf(await makeStay()), { photo_count: 1 });
      return photoPaths[0] ?? '';
    };
    const store = (path: string, type = 'image/webp') =>
      bucket().upload(path, webp, { contentType: type, upsert: false });

    it('a photo can be stored once under a path that a report gave out', async () => {
      const path = await givePath();
      expect((await store(path)).error).toBeNull();
      expect((await store(path)).error).not.toBeNull();
    });

    it('a photo cannot be stored under any other path, as another type or by anon', async () => {
      const path = await givePath();
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

    it('a photo cannot be stored an hour after its report or after its path was removed', async () => {
      const late = await givePath();
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

    it('forget_incident_photo removes the path of a photo that is not stored, and not that of a stored one', async () => {
      const subject = subjectOf(await makeStay());
      const { incident, photoPaths } = await report(subject, { photo_count: 2 });
      const [stored = '', lost = ''] = photoPaths;
      await store(stored);
      const forget = (path: string) =>
        call('forget_incident_photo', { subject, incident_id: incident.id, path });
      expect(await forget(stored)).toEqual({ ok: true, isLost: false });
      expect(await forget(lost)).toEqual({ ok: true, isLost: true });
      const [row] = await database().sql('select photos from public.incidents where id = $1', [incident.id]);
      expect(row).toEqual({ photos: [stored] });
    });

    it('each try to store a photo gets a path of its own, and the one before is closed', async () => {
      const subject = subjectOf(await makeStay());
      const { incident, photoPaths } = await report(subject, { photo_count: 2 });
      const [first = '', other = ''] = photoPaths;
      const renew = async (path: string) => {
        const outcome = await call('renew_incident_photo', { subject, incident_id: incident.id, path });
        return outcome['path'] as string | null; // compared below
      };
      const second = (await renew(first)) ?? '';
      const folder = first.slice(0, first.lastIndexOf('/'));
      expect(second).toMatch(new RegExp(`^${folder}/[0-9a-f-]{36}\\.webp$`));
      expect(second).not.toBe(first);
      expect((await store(first)).error).not.toBeNull();
      expect((await store(second)).error).toBeNull();
      // Stored, replaced, and of nobody: no other try is needed or possible.
      expect([await renew(second), await renew(first), await renew('x')]).toEqual([null, null, null]);
      const [row] = await database().sql('select photos from public.incidents where id = $1', [incident.id]);
      expect(row).toEqual({ photos: [second, other] });
    });

    it('a path that another try has replaced is not forgotten as lost, and nobody else can renew or forget one', async () => {
      const subject = subjectOf(await makeStay());
      const { incident, photoPaths } = await report(subject, { photo_count: 1 });
      const [path = ''] = photoPaths;
      const args = { incident_id: incident.id, path };
      const stranger = subjectOf(await makeStay());
      for (const name of ['renew_incident_photo', 'forget_incident_photo']) {
        expect(await call(name, { subject: stranger, ...args })).toEqual({ ok: false, error: 'not_found' });
      }
      const { path: fresh } = await call('renew_incident_photo', { subject, ...args });
      expect(await call('forget_incident_photo', { subject, ...args })).toEqual({ ok: true, isLost: false });
      const [row] = await database().sql('select photos from public.incidents where id = $1', [incident.id]);
      expect(row).toEqual({ photos: [fresh] });
    });

    it('the stays server cannot read, sign, list, replace or remove a photo', async () => {
      const path = await givePath();
      await store(path);
      expect((await bucket().download(path)).data).toBeNull();
      expect((await bucket().createSignedUrl(path, 60)).data).toBeNull();
      expect((await bucket().list(path.slice(0, path.lastIndexOf('/')))).data ?? []).toEqual([]);
      expect(
        (await bucket().upload(path, webp, { contentType: 'image/webp', upsert: true })).error,
      ).not.toBeNull();
      await bucket().remove([path]);
      const [stored] = await database().sql('select name from storage.objects where name = $1', [path]);
      expect(stored).toEqual({ name: path });
    });

    it('a member of the property can read a photo, and neither another person nor anon can', async () => {
      const path = await givePath();
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
            await sql`select public.report_incident(${sql.json(subjectOf(booking))}, 'Cold shower', '', 'high',
            idempotency_key => 'sixteen-taps') as outcome`;
          return row?.['outcome'];
        }),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.replayed === false)).toHaveLength(1);
    expect(new Set(outcomes.map((outcome) => outcome.incident.id)).size).toBe(1);
  });
});
