import { NextRequest } from 'next/server';
import { beforeAll, expect, test, vi } from 'vitest';
import { proxy } from './proxy.ts';
import { accountCookieName } from './server/account-client.ts';
import { sessionUnavailableHeader } from './server/session-unavailable.ts';

beforeAll(() => {
  vi.stubEnv('BACKOFFICE_URL', 'http://localhost:3001');
  vi.stubEnv('STAYS_URL', 'http://localhost:3000');
  // Nothing listens on port 1, so a connection to it fails at once.
  vi.stubEnv('SUPABASE_URL', 'http://127.0.0.1:1');
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'sb_publishable_test');
  vi.stubEnv('SUPABASE_BACKOFFICE_KEY', 'a.b.c');
  vi.stubEnv('CLIENT_SALT', 'long enough to be a salt for addresses');
});

const expired = {
  access_token: 'e30.e30.e30',
  refresh_token: 'refresh',
  expires_at: 1,
  expires_in: 0,
  token_type: 'bearer',
  user: { id: '1' },
};

function request(method: string, cookie?: string): NextRequest {
  const headers = cookie === undefined ? {} : { cookie: `${accountCookieName}=${cookie}` };
  return new NextRequest('http://localhost:3001/rooms/1', { method, headers });
}

const expiredCookie = `base64-${Buffer.from(JSON.stringify(expired)).toString('base64url')}`;

test('a request without a session goes on to its page without a call to Supabase Auth', async () => {
  const response = await proxy(request('GET'));
  expect(response.headers.get('x-middleware-next')).toBe('1');
});

test.each(['GET', 'POST'])(
  'a %s whose session cannot be renewed now keeps its cookies and gets the header that says so',
  async (method) => {
    const response = await proxy(request(method, expiredCookie));
    expect(response.headers.get('x-middleware-next')).toBe('1');
    expect(response.headers.get(`x-middleware-request-${sessionUnavailableHeader}`)).toBe('1');
    expect(response.headers.get('set-cookie')).toBeNull();
  },
);
