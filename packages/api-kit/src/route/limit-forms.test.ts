import { expect, test } from 'vitest';
import { auth, call, json, makeKit, room, takesName } from './make-test-kit.ts';

/** A route whose handler keeps each form until `release` is called, as while its photos are decoded. */
function makePhotoRoute() {
  const { defineRoute } = makeKit();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const files = { field: 'photos', max: 3, maxBytes: 1000 };
  const handler = defineRoute({ ...takesName, tier: 'full', files }, async (context) => {
    await (context.files.length > 0 ? released : null);
    return { body: context.body };
  });
  const send = async (bookingId: string, hasPhoto: boolean) => {
    const expiresAt = new Date('2026-11-24T17:00:00Z');
    const { token } = await auth.signGuestToken({ ...room, bookingId, expiresAt });
    const authorization = `Bearer ${token}`;
    if (!hasPhoto) {
      return call(handler, { method: 'POST', headers: { ...json, authorization }, body: '{"name":"x"}' });
    }
    const body = new FormData();
    body.set('name', 'x');
    body.set('photos', new File(['a'], 'a.jpg'));
    return call(handler, { method: 'POST', headers: { authorization }, body });
  };
  return { send, release };
}

/** The statuses of all, in the order of numbers. */
const statusesOf = async (responses: Promise<Response>[]) =>
  (await Promise.all(responses)).map(({ status }) => status).sort();

test('of the forms with files of one stay two at once are accepted, and those of others beside them', async () => {
  const { send, release } = makePhotoRoute();
  const forms = [send('b-1', true), send('b-1', true), send('b-1', true)];
  // The one that is refused is the only one with a response until the others are released.
  const refused = await Promise.race(forms);
  expect(await refused.json()).toMatchObject({ error: 'unavailable', reason: 'photos_are_waiting' });
  expect((await send('b-1', false)).status).toBe(200);
  forms.push(send('b-2', true));
  release();
  expect(await statusesOf(forms)).toEqual([200, 200, 200, 503]);
  expect((await send('b-1', true)).status).toBe(200);
});

test('of the forms with files of all stays twelve at once are accepted', async () => {
  const { send, release } = makePhotoRoute();
  const forms = Array.from({ length: 13 }, (_, index) => send(`b-${index}`, true));
  expect((await Promise.race(forms)).status).toBe(503);
  release();
  expect(await statusesOf(forms)).toEqual([...Array<number>(12).fill(200), 503]);
});
