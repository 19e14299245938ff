import { describe, expect, it } from 'vitest';
import { createTestAuth, createTestClock, EXPIRES_AT, GUEST, ROOM } from './testing/test-auth.ts';

const auth = createTestAuth();
const browse = (await auth.signRoomBrowseToken(ROOM)).token;
const full = (await auth.signGuestToken({ ...GUEST, expiresAt: EXPIRES_AT })).token;

function createRequest(headers: Record<string, string>) {
  return new Request('https://stays.example/api/stay/session', { headers });
}

describe('authenticateGuest', () => {
  it('accepts a browse token for browse, and responds with verification_required for full', async () => {
    const request = createRequest({ authorization: `Bearer ${browse}` });
    expect(await auth.authenticateGuest(request, { requireTier: 'browse' })).toMatchObject({
      ok: true,
      source: 'bearer',
      session: { accessTier: 'browse', ...ROOM },
    });
    const refused = await auth.authenticateGuest(request, { requireTier: 'full' });
    expect(refused).toMatchObject({
      ok: false,
      source: 'bearer',
      error: { code: 'verification_required', status: 403, session: { propertyId: 'p-1' } },
    });
  });

  it.each(['browse', 'full'] as const)('accepts a full token where %s is required', async (requireTier) => {
    const request = createRequest({ cookie: `theme=dark; gudbro_guest=${full}` });
    const result = await auth.authenticateGuest(request, { requireTier });
    expect(result).toMatchObject({
      ok: true,
      source: 'cookie',
      session: { accessTier: 'full', bookingId: 'b-1' },
    });
  });

  it('refuses an ended session with 401, whatever tier is required', async () => {
    const clock = createTestClock(new Date('2027-06-01T00:00:00Z'));
    const later = createTestAuth({ clock: clock.now });
    for (const requireTier of ['browse', 'full'] as const) {
      const request = createRequest({ cookie: `gudbro_guest=${full}` });
      expect(await later.authenticateGuest(request, { requireTier })).toMatchObject({
        ok: false,
        source: 'cookie',
        error: { name: 'SessionExpiredError', code: 'session_expired', status: 401, reason: 'expired' },
      });
    }
  });

  it('gives every refused token the same message, and its reason beside it for the log', async () => {
    const messages = await Promise.all(
      ['nonsense', `${full}x`, browse.slice(0, -8)].map(async (token) => {
        const request = createRequest({ authorization: `Bearer ${token}` });
        const result = await auth.authenticateGuest(request, { requireTier: 'browse' });
        return result.ok ? 'accepted' : result.error.message;
      }),
    );
    expect(new Set(messages)).toEqual(
      new Set(['There is no session, or it has ended. Scan the code again.']),
    );
  });

  const cases: [string, Record<string, string>, object][] = [
    ['nothing', {}, { ok: false, source: null, error: { reason: 'missing' } }],
    [
      'an empty cookie',
      { cookie: 'gudbro_guest=' },
      { ok: false, source: null, error: { reason: 'missing' } },
    ],
    [
      'cookies of others',
      { cookie: `xgudbro_guest=${full}; gudbro_guest2=${full}` },
      { error: { reason: 'missing' } },
    ],
    [
      'a quoted cookie',
      { cookie: `a=b;gudbro_guest="${browse}" ;c` },
      { ok: true, session: { accessTier: 'browse' } },
    ],
    ['one cookie twice', { cookie: `gudbro_guest=${full}; gudbro_guest=${full}` }, { ok: true }],
    [
      'two different cookies',
      { cookie: `gudbro_guest=${browse}; gudbro_guest=${full}` },
      { error: { reason: 'ambiguous' } },
    ],
    [
      'Bearer before the cookie',
      { authorization: `bearer  ${full}`, cookie: `gudbro_guest=${browse}` },
      { ok: true, session: { accessTier: 'full' } },
    ],
    [
      'a broken Bearer beside a good cookie',
      { authorization: 'Bearer', cookie: `gudbro_guest=${full}` },
      { error: { reason: 'malformed' } },
    ],
    [
      'a forged Bearer beside a good cookie',
      { authorization: 'Bearer a.b.c', cookie: `gudbro_guest=${full}` },
      { error: { reason: 'malformed' } },
    ],
    [
      'two Bearers',
      { authorization: `Bearer ${full}, Bearer ${browse}` },
      { error: { reason: 'malformed' } },
    ],
    [
      'a token without its scheme',
      { authorization: full, cookie: `gudbro_guest=${full}` },
      { error: { reason: 'malformed' } },
    ],
    [
      'a password joined to a Bearer',
      { authorization: `Basic YTpi, Bearer ${full}` },
      { error: { reason: 'malformed' } },
    ],
    [
      "a proxy's password",
      { authorization: 'Basic YTpi', cookie: `gudbro_guest=${full}` },
      { ok: true, source: 'cookie' },
    ],
    [
      'an empty header',
      { authorization: ' ', cookie: `gudbro_guest=${full}` },
      { ok: true, source: 'cookie' },
    ],
  ];
  it.each(cases)(
    'finds the token that counts, or none, in a request with %s',
    async (_what, headers, expected) => {
      const result = await auth.authenticateGuest(createRequest(headers), { requireTier: 'browse' });
      expect(result).toMatchObject(expected);
    },
  );

  it('reads the cookie by the name it was given, and no other', async () => {
    const named = createTestAuth({ cookie: { name: '__Host-guest' } });
    const asked = (cookie: string) =>
      named.authenticateGuest(createRequest({ cookie }), { requireTier: 'full' });
    expect((await asked(`__Host-guest=${full}`)).ok).toBe(true);
    expect((await asked(`gudbro_guest=${full}`)).ok).toBe(false);
  });

  it.each(['Full', '', undefined, 'admin'])(
    'throws GuestUsageError for a tier called %j',
    async (requireTier) => {
      const request = createRequest({ authorization: `Bearer ${full}` });
      const asking = Reflect.apply(auth.authenticateGuest, undefined, [request, { requireTier }]);
      await expect(asking).rejects.toMatchObject({ name: 'GuestUsageError', code: 'invalid_tier' });
    },
  );

  it('reads the plain headers of a Node request, which may be lists', async () => {
    const required = { requireTier: 'full' } as const;
    const bearer = { headers: { authorization: `Bearer ${full}` } };
    const cookie = { headers: { cookie: [`theme=dark`, `gudbro_guest=${full}`] } };
    const twoBearers = { headers: { authorization: [`Bearer ${full}`, `Bearer ${browse}`] } };
    expect(await auth.authenticateGuest(bearer, required)).toMatchObject({ ok: true, source: 'bearer' });
    expect(await auth.authenticateGuest(cookie, required)).toMatchObject({ ok: true, source: 'cookie' });
    expect(await auth.authenticateGuest({ headers: {} }, required)).toMatchObject({
      error: { reason: 'missing' },
    });
    expect(await auth.authenticateGuest(twoBearers, required)).toMatchObject({
      error: { reason: 'malformed' },
    });
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a token', full],
    ['an object without headers', {}],
    ['headers that are text', { headers: 'authorization: Bearer' }],
    ['headers instead of a request', new Headers({ authorization: `Bearer ${full}` })],
  ])('throws a GuestUsageError that says what to pass when it is given %s', async (_what, request) => {
    const asking = Reflect.apply(auth.authenticateGuest, undefined, [request, { requireTier: 'browse' }]);
    await expect(asking).rejects.toMatchObject({
      name: 'GuestUsageError',
      code: 'invalid_request',
      message: expect.stringContaining('{ headers: await headers() }'),
    });
  });

  it('throws GuestUsageError when the options are missing', async () => {
    const request = createRequest({ authorization: `Bearer ${full}` });
    const asking = Reflect.apply(auth.authenticateGuest, undefined, [request]);
    await expect(asking).rejects.toMatchObject({ name: 'GuestUsageError', code: 'invalid_tier' });
  });
});
