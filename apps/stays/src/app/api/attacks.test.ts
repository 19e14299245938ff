import type { RouteHandler } from '@gudbro/api-kit/routes';
import { createGuestAuth, type GuestAuth } from '@gudbro/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { env } from '@/env';
import { guestAuth } from '@/server/guest-auth';
import { type Guest, makeGuest } from '@/testing/make-guest';
import { namedHandlers } from '@/testing/named-handlers';
import { sendRequest, type TestRequest } from '@/testing/send-request';
import { makeGuestTokenKey, startTestStays, type TestStays } from '@/testing/start-test-stays';
import { validRequests } from '@/testing/valid-requests';

const ownRoutes = namedHandlers.filter(([, { definition }]) => definition.tier === 'full');
const codeRoutes = namedHandlers.filter(
  ([, { definition }]) => definition.tier !== 'public' && definition.route.includes('[code]'),
);

let stays: TestStays;
let victim: Guest;
let thief: Guest;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());
beforeEach(async () => {
  victim = await makeGuest(stays);
  thief = await makeGuest(stays);
});

async function validRequest(name: string, guest: Guest): Promise<TestRequest> {
  const ask = await validRequests[name]?.(stays, guest);
  if (ask === undefined) {
    throw new Error(`${name} has no entry in valid-requests.ts`);
  }
  return ask;
}

async function send(handler: RouteHandler, ask: TestRequest): Promise<[number, string | undefined]> {
  const response = await sendRequest(stays, handler, ask);
  return [response.status, (await response.json()).error];
}

/** All that guests have written, to check that an attack wrote nothing. */
const readGuestWrites = () =>
  stays.database.sql(
    `select (select json_agg(o order by id) from public.accom_service_orders o) as orders,
       (select json_agg(i order by id) from public.incidents i) as incidents,
       (select json_agg(u order by id) from public.incident_updates u) as updates,
       (select json_agg(p order by id) from public.stay_phones p) as phones`,
  );

type Signing = Parameters<GuestAuth['signGuestToken']>[0];
const inADay = () => new Date(Date.now() + 86_400_000);

/** A token for the victim's stay, with the signing options or claims of an attacker. */
async function sign(options: Partial<Parameters<typeof createGuestAuth>[0]>, change: Partial<Signing> = {}) {
  const { STAYS_URL: issuer, GUEST_TOKEN_KEYS: keys } = env();
  const auth = createGuestAuth({ issuer, audience: 'gudbro-stays', keys, ...options });
  const stay = { propertyId: victim.propertyId, roomCode: victim.roomCode, bookingId: victim.bookingId };
  // The spread has the type of the union, but is still one of its members.
  return (await auth.signGuestToken({ ...stay, expiresAt: inADay(), ...change } as Signing)).token;
}

const otherKey = makeGuestTokenKey('test');
const otherSecret = { kid: 'test', secret: 'a key somebody else drew, long enough to sign with' };
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const withClaims = (token: string, change: Record<string, unknown>): string => {
  const [header, claims = '', signature] = token.split('.');
  const read = JSON.parse(Buffer.from(claims, 'base64url').toString());
  return [header, base64({ ...read, ...change }), signature].join('.');
};

/** Forged tokens that look like the victim's. */
const forgeries: [string, () => Promise<string>][] = [
  ['signed by another key under our key’s name', () => sign({ keys: [otherKey] })],
  ['signed by a shared secret under our key’s name', () => sign({ keys: [otherSecret] })],
  ['signed for another site', () => sign({ issuer: 'https://other.example' })],
  ['signed for another audience', () => sign({ audience: 'backoffice' })],
  [
    'that has expired',
    () =>
      sign(
        { clock: () => new Date(Date.now() - 3 * 86_400_000) },
        { expiresAt: new Date(Date.now() - 60_000) },
      ),
  ],
  [
    'that is not valid yet',
    () =>
      sign(
        { clock: () => new Date(Date.now() + 86_400_000) },
        { expiresAt: new Date(Date.now() + 2 * 86_400_000) },
      ),
  ],
  [
    'of the victim’s room, with its tier changed from browse to full',
    async () => withClaims(victim.browse, { accessTier: 'full', bookingId: victim.bookingId }),
  ],
  [
    'of another guest, with the victim’s booking written in',
    async () => withClaims(thief.full, { bookingId: victim.bookingId }),
  ],
  ['without a signature', async () => `${base64({ alg: 'none', typ: 'JWT' })}.${victim.full.split('.')[1]}.`],
  ['for the booking in another property', () => sign({}, { propertyId: crypto.randomUUID() })],
  ['with a booking id that is no id', () => sign({}, { bookingId: 'x' })],
  ['for the phone of another guest', () => sign({}, { phoneId: thief.phoneId })],
  ['with a phone id that is no id', () => sign({}, { phoneId: 'x' })],
  ['of twenty thousand characters', async () => 'e'.repeat(20_000)],
];

describe.each(ownRoutes)('%s', (name, handler) => {
  test('the route accepts the victim’s own token, so that the attacks below are refused for their forgery', async () => {
    const ask = await validRequest(name, victim);
    const response = await sendRequest(stays, handler, { ...ask, token: await sign({}) });
    expect(response.status).toBeLessThan(300);
  });

  test.each(forgeries)('the route refuses a token %s and writes nothing', async (_what, forge) => {
    const ask = await validRequest(name, victim);
    const before = await readGuestWrites();
    expect(await send(handler, { ...ask, token: await forge() })).toEqual([401, 'session_expired']);
    expect(await readGuestWrites()).toEqual(before);
  });

  test('the route refuses a browse token, of this room or of another, and writes nothing', async () => {
    const ask = await validRequest(name, victim);
    const before = await readGuestWrites();
    for (const token of [victim.browse, thief.browse]) {
      expect(await send(handler, { ...ask, token })).toEqual([403, 'verification_required']);
    }
    expect(await readGuestWrites()).toEqual(before);
  });

  test('the route refuses another guest’s token with the victim’s codes or ids, and writes nothing', async () => {
    const ask = await validRequest(name, victim);
    const before = await readGuestWrites();
    for (const code of [victim.roomCode, victim.bookingCode]) {
      const stolen = { ...ask, params: { ...ask.params, code }, token: thief.full };
      expect(await send(handler, stolen)).toEqual([403, 'wrong_stay']);
    }
    if (ask.params?.['id'] !== undefined) {
      const stolen = { ...ask, params: { ...ask.params, code: thief.roomCode }, token: thief.full };
      expect(await send(handler, stolen)).toEqual([404, 'not_found']);
    }
    expect(await readGuestWrites()).toEqual(before);
  });

  test.each([
    ['cancelled', 'cancelled', 0],
    ['never came', 'no_show', 0],
    ['stayed until the day before yesterday', 'checked_in', 3],
    ['checked out the day before yesterday', 'checked_out', 3],
  ])('the route refuses the token of a guest who %s', async (_what, status, daysAgo) => {
    const ask = await validRequest(name, victim);
    await stays.database.sql(
      `update public.accom_bookings set status = $2::public.booking_status,
         check_in_date = case when $3 > 0 then current_date - 9 else check_in_date end,
         check_out_date = case when $3 > 0 then current_date - $3 else check_out_date end
       where id = $1`,
      [victim.bookingId, status, daysAgo],
    );
    expect(await send(handler, ask)).toEqual([401, 'session_expired']);
  });

  test('the route refuses the token of a phone that was signed out, and writes nothing', async () => {
    const ask = await validRequest(name, victim);
    await stays.database.sql('delete from public.stay_phones where id = $1', [victim.phoneId]);
    const before = await readGuestWrites();
    expect(await send(handler, ask)).toEqual([401, 'session_expired']);
    expect(await readGuestWrites()).toEqual(before);
  });

  test.each([
    ['was taken back', 'active = false'],
    ['is over', "expires_at = now() - interval '1 second'"],
  ])('the route refuses the token of a guest session that %s', async (_what, change) => {
    const [session] = await stays.database.sql<{ id: string; property: string }>(
      `insert into public.guest_sessions (property_id, room_id, expires_at)
       select property_id, id, now() + interval '1 day' from public.accom_rooms where room_code = $1
       returning id, property_id as property`,
      [victim.roomCode],
    );
    await stays.database.sql(`update public.guest_sessions set ${change} where id = $1`, [session?.id]);
    const guest = {
      propertyId: session?.property ?? '',
      roomCode: victim.roomCode,
      sessionId: session?.id ?? '',
    };
    const { token } = await guestAuth().signGuestToken({ ...guest, expiresAt: inADay() });
    expect(await send(handler, { ...(await validRequest(name, victim)), token })).toEqual([
      401,
      'session_expired',
    ]);
  });

  test('the route refuses a cookie sent by another site, and two tokens at once', async () => {
    const ask = await validRequest(name, victim);
    const cookie = `gudbro_guest=${victim.full}`;
    if (handler.definition.method !== 'GET') {
      const foreign = { ...ask.headers, cookie, origin: 'https://evil.test' };
      const { token: _token, ...byCookie } = ask;
      expect(await send(handler, { ...byCookie, headers: foreign })).toEqual([400, 'invalid_request']);
      expect(await send(handler, { ...byCookie, headers: { ...ask.headers, cookie } })).toEqual([
        400,
        'invalid_request',
      ]);
    }
    const both = { ...ask, token: `${victim.full}, Bearer ${thief.full}` };
    expect(await send(handler, both)).toEqual([401, 'session_expired']);
  });
});

describe.each(codeRoutes)('%s', (name, handler) => {
  test.each(['RM-BEACH234', 'BK-GUEST2', 'WAKE-UP23', 'BK-ZZZZZZ', 'RM-ZZZZZZZZ', 'ZZZZ-ZZZZ'])(
    'the route refuses the code %s as one of another stay, without revealing whether it exists',
    async (code) => {
      const ask = await validRequest(name, victim);
      expect(await send(handler, { ...ask, params: { ...ask.params, code } })).toEqual([403, 'wrong_stay']);
    },
  );
});
