import { runWithinOneMinute } from '@gudbro/supabase-local/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { onNativePostgres } from './support/on-each-engine.ts';
import { anon, type Person, queryAs, serviceRole, signUp, staysServer } from './support/people.ts';
import { type Browser, endSession, listEndpoints, makeBrowser, subscribe } from './support/push-calls.ts';

onNativePostgres('the browsers that get push messages', {}, (database) => {
  let person: Person;
  let colleague: Person;
  beforeEach(async () => {
    await database().sql('delete from public.rate_limits where true');
    person = await signUp(database(), `${crypto.randomUUID()}@example.com`);
    colleague = await signUp(database(), `${crypto.randomUUID()}@example.com`);
  });
  const remove = (who: Person, { endpoint }: Browser) =>
    queryAs(database(), who, 'select public.remove_push_subscription($1)', [endpoint]);
  const count = async (endpoint: string) => {
    const rows = await database().sql('select from public.push_subscriptions where endpoint = $1', [
      endpoint,
    ]);
    return rows.length;
  };

  it('is saved once, read by its own sign-in and removed by its person', async () => {
    const browser = await subscribe(database(), person);
    await subscribe(database(), person, browser);
    expect(await listEndpoints(database(), person)).toEqual([browser.endpoint]);
    expect(await listEndpoints(database(), colleague)).toEqual([]);
    await remove(colleague, browser);
    expect(await count(browser.endpoint)).toBe(1);
    await remove(person, browser);
    await remove(person, browser);
    expect(await count(browser.endpoint)).toBe(0);
  });

  it('goes over to whoever signs in to the browser next, and to nobody who knows the address alone', async () => {
    const browser = await subscribe(database(), person);
    await expect(
      subscribe(database(), colleague, { ...browser, authSecret: 'c'.repeat(22) }),
    ).rejects.toMatchObject({ code: 'PT409', message: 'conflict' });
    expect(await listEndpoints(database(), person)).toEqual([browser.endpoint]);
    await subscribe(database(), colleague, browser);
    expect(await listEndpoints(database(), person)).toEqual([]);
    expect(await listEndpoints(database(), colleague)).toEqual([browser.endpoint]);
  });

  it('is deleted once its sign-in has ended', async () => {
    const [ended, running] = [await subscribe(database(), person), await subscribe(database(), colleague)];
    await endSession(database(), person);
    await queryAs(database(), serviceRole, 'select public.sweep()');
    expect([await count(ended.endpoint), await count(running.endpoint)]).toEqual([0, 1]);
  });

  it('is one of ten: an older one gives way', async () => {
    const first = await subscribe(database(), person);
    for (let n = 0; n < 10; n += 1) await subscribe(database(), person);
    const own = await listEndpoints(database(), person);
    expect(own).toHaveLength(10);
    expect(own).not.toContain(first.endpoint);
  });

  it('is saved twenty times an hour', async () => {
    const browser = makeBrowser();
    await runWithinOneMinute(database(), async () => {
      for (let n = 0; n < 20; n += 1) await subscribe(database(), person, browser);
      await expect(subscribe(database(), person, browser)).rejects.toMatchObject({
        code: 'PT429',
        message: 'rate_limited',
      });
    });
  });

  describe.each([
    'https://fcm.googleapis.com/fcm/send/dpH5lCsTSSM:APA91bHqjZxM0VImWWqDRN7U0a3AycjUf4O',
    'https://updates.push.services.mozilla.com/wpush/v2/gAAAAABk',
    'https://web.push.apple.com/QGgUU0PL6rKvxHlD9',
    'https://wns2-par02p.notify.windows.com/w/?token=BQYAAAD%2bCz',
  ])('%s', (endpoint) => {
    it('is an address of a push service', async () => {
      await subscribe(database(), person, makeBrowser(endpoint));
      expect(await listEndpoints(database(), person)).toEqual([endpoint]);
    });
  });

  it.each([
    'http://fcm.googleapis.com/fcm/send/a',
    'https://127.0.0.1/fcm/send/a',
    'https://[::1]/fcm.googleapis.com/a',
    'https://169.254.169.254/latest/meta-data',
    'https://localhost/a',
    'https://fcm.googleapis.com.evil.example/a',
    'https://evilfcm.googleapis.com/a',
    'https://evil.example/fcm.googleapis.com/a',
    'https://fcm.googleapis.com@evil.example/a',
    'https://user:secret@fcm.googleapis.com/a',
    'https://fcm.googleapis.com:8080/a',
    'https://fcm.googleapis.com',
    'https://fcm.googleapis.com/a b',
    'https://fcm.googleapis.com/a\r\nx-header: 1',
    'https://evil.example\\.notify.windows.com/a',
    'https://notify.windows.com.evil.example/a',
    `https://fcm.googleapis.com/${'a'.repeat(1000)}`,
    'file:///etc/passwd',
    '',
  ])('%j is no address that our process would send to', async (endpoint) => {
    await expect(subscribe(database(), person, makeBrowser(endpoint))).rejects.toMatchObject({
      code: 'PT400',
      message: 'invalid_request',
    });
  });

  it.each([
    ['a public key that is none', { p256dh: 'a'.repeat(87) }],
    ['a key of another length', { p256dh: `B${'a'.repeat(85)}` }],
    ['a secret of another length', { authSecret: 'b'.repeat(21) }],
  ])('%s is refused', async (_, changes) => {
    await expect(subscribe(database(), person, { ...makeBrowser(), ...changes })).rejects.toMatchObject({
      code: 'PT400',
    });
  });

  it('is nothing that anybody reads in the table, or that a person who is signed out saves', async () => {
    await expect(
      queryAs(database(), person, 'select * from public.push_subscriptions'),
    ).rejects.toMatchObject({ code: '42501' });
    for (const who of [anon, staysServer]) {
      await expect(subscribe(database(), who)).rejects.toMatchObject({ code: '42501' });
    }
    await endSession(database(), person);
    await expect(subscribe(database(), person)).rejects.toMatchObject({ code: 'PT404' });
  });
});
