import { afterAll, beforeAll, expect, test } from 'vitest';
import { guestAuth } from '@/server/guest-auth';
import { startTestStays, staysUrl, type TestStays } from '@/testing/start-test-stays';
import { POST } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

async function signOut(origin: string): Promise<Response> {
  const room = { propertyId: 'p', roomId: 'r', roomCode: 'RM-SUNSET22' };
  const { token } = await guestAuth().signRoomBrowseToken(room);
  const headers = { cookie: `gudbro_guest=${token}`, origin };
  return stays.call(POST, '/sign-out', { init: { method: 'POST', headers } });
}

test('signing out clears the session’s cookies and what the browser stored, and redirects to the home page', async () => {
  const response = await signOut(staysUrl);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/?signed-out=1');
  const [session, pastSession] = response.headers.getSetCookie();
  expect(session).toMatch(/^gudbro_guest=;.*Max-Age=0/);
  expect(pastSession).toMatch(/^gudbro_had_stay=;.*Max-Age=0/);
  expect(response.headers.get('clear-site-data')).toContain('"storage"');
});

test('a sign-out form from another site is refused', async () => {
  const response = await signOut('https://evil.test');
  expect(response.status).toBe(400);
  expect(response.headers.get('set-cookie')).toBeNull();
});
