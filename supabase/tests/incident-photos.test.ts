import { beforeAll, expect, it } from 'vitest';
import { callByName, reportIncident } from './support/incident-calls.ts';
import { makeBooking, makeProperty, makeRoom, type Property } from './support/make-property.ts';
import { onNativePostgres } from './support/on-each-engine.ts';
import { type Subject, subjectOfBooking } from './support/order-calls.ts';

const webp = new Uint8Array(
  Buffer.from('RIFF\x1a\0\0\0WEBPVP8L\x0d\0\0\0/\0\0\0\x10\x07\x10\x11\x11\x88\x88\xfe\x07\0', 'latin1'),
);

onNativePostgres('photos of incidents', {}, (database) => {
  let property: Property;
  const call = (name: string, args: Record<string, unknown>) => callByName(database(), name, args);
  const report = (subject: Subject, more?: Record<string, unknown>) =>
    reportIncident(database(), subject, more);
  const makeStay = async () => makeBooking(database(), await makeRoom(database(), property));
  const bucket = (caller: string | { accessToken: string } = 'guest_api') =>
    database().client(caller).storage.from('incident-photos');
  const givePath = async () => {
    const { photoPaths } = await report(subjectOfBooking(await makeStay()), { photo_count: 1 });
    return photoPaths[0] ?? '';
  };
  const store = (path: string, type = 'image/webp') =>
    bucket().upload(path, webp, { contentType: type, upsert: false });

  beforeAll(async () => {
    property = await makeProperty(database());
  });

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
    const { incident, photoPaths } = await report(subjectOfBooking(stay), { photo_count: 1 });
    const path = photoPaths[0] ?? '';
    await call('forget_incident_photo', { subject: subjectOfBooking(stay), incident_id: incident.id, path });
    expect((await store(path)).error).not.toBeNull();
  });

  it('forget_incident_photo removes the path of a photo that is not stored, and not that of a stored one', async () => {
    const subject = subjectOfBooking(await makeStay());
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
    const subject = subjectOfBooking(await makeStay());
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
    const subject = subjectOfBooking(await makeStay());
    const { incident, photoPaths } = await report(subject, { photo_count: 1 });
    const [path = ''] = photoPaths;
    const args = { incident_id: incident.id, path };
    const stranger = subjectOfBooking(await makeStay());
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
