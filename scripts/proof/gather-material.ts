import { createClient } from '@supabase/supabase-js';
import { readField } from './guest-phone.ts';
import { listPages, readApiDescription } from './list-addresses.ts';
import type { Material } from './make-request.ts';
import { runAtOnce } from './run-at-once.ts';
import type { SeededStay } from './seed-stays.ts';
import { sendRequest } from './send-request.ts';
import type { BuiltProduct } from './start-built-product.ts';

/** So many guests have tokens. Each may write a few times a minute, so many together reach past the limits. */
const tokenCount = 200;

/** Collects what the requests are made from: the routes that exist, and codes, ids and sessions that are right. */
export async function gatherMaterial(product: BuiltProduct, stays: readonly SeededStay[]): Promise<Material> {
  const [guestApp] = product.stays;
  if (guestApp === undefined) {
    throw new TypeError('There is no guest app.');
  }
  const description = readApiDescription(await (await fetch(`${guestApp.url}/api/openapi.json`)).json());
  const browse = await scanRoom(guestApp.url, stays);
  const full: string[] = [];
  await runAtOnce(stays.slice(0, tokenCount), 4, async (stay) => {
    full.push(await proveStay(guestApp.url, stay));
  });
  return {
    addresses: [...description.operations, ...description.operations, ...listPages()],
    names: [...description.names, 'next', 'locale', 'error', '_rsc', 'v', 'date', 'bed'],
    values: await readValues(product, stays),
    tokens: [browse, ...full],
    cookies: [
      ...full.slice(0, 20).map((token) => `gudbro_guest=${token}`),
      'locale=de',
      ...(await signInDesk(product)),
    ],
    hosts: { stays: new URL(guestApp.url).host, backoffice: new URL(product.backoffice.url).host },
  };
}

async function proveStay(url: string, { bookingCode, lastName, address }: SeededStay): Promise<string> {
  const body = JSON.stringify({ bookingCode, lastName });
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
  return readToken(await sendRequest({ method: 'POST', url: `${url}/api/stay/verify`, headers, body }));
}

async function scanRoom(url: string, [stay]: readonly SeededStay[]): Promise<string> {
  return readToken(
    await sendRequest({ method: 'GET', url: `${url}/api/stay/room/${stay?.roomCode}`, headers: {} }),
  );
}

function readToken(outcome: Awaited<ReturnType<typeof sendRequest>>): string {
  const token = outcome.kind === 'response' ? readField(outcome, 'token') : null;
  if (token === null) {
    throw new Error(`No token: ${JSON.stringify(outcome)}`);
  }
  return token;
}

async function readValues({ sql }: BuiltProduct, stays: readonly SeededStay[]): Promise<Material['values']> {
  const list = async (query: string) =>
    (await sql.unsafe<{ value: string }[]>(`select (${query})::text as value`)).map(({ value }) => value);
  const roomCodes = stays.map(({ roomCode }) => roomCode);
  const bookingCodes = stays.map(({ bookingCode }) => bookingCode);
  return new Map(
    Object.entries({
      code: [...roomCodes, ...bookingCodes],
      roomCode: roomCodes,
      bookingCode: bookingCodes,
      lastName: stays.map(({ lastName }) => lastName),
      accessCode: ['WAKE-UP23'],
      slug: ['proof-house', 'sunset-hotel', 'backpack-hostel'],
      roomId: await list('jsonb_array_elements_text((select jsonb_agg(id) from public.accom_rooms))'),
      propertyId: await list(
        'jsonb_array_elements_text((select jsonb_agg(id) from public.accom_properties))',
      ),
      offerId: await list('jsonb_array_elements_text((select jsonb_agg(offer_id) from public.accom_rooms))'),
      itemId: await list('jsonb_array_elements_text((select jsonb_agg(id) from public.accom_service_items))'),
      checkIn: ['2026-12-01', '2027-01-01'],
      checkOut: ['2026-12-04', '2027-01-02'],
      priority: ['low', 'medium', 'high', 'urgent'],
      file: ['qr.svg', 'wifi.mobileconfig'],
      locale: ['de', 'vi', 'en'],
    }),
  );
}

/** The cookie of a member who is signed in to the backoffice. None if nobody can sign up here: then that is printed. */
async function signInDesk({ databaseApi, keys, sql }: BuiltProduct): Promise<string[]> {
  const { auth } = createClient(databaseApi.url, keys.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false },
  });
  const { data, error } = await auth.signUp({
    email: 'desk@example.com',
    password: 'a password of the proof',
  });
  if (error !== null || data.session === null) {
    process.stdout.write(`SKIPPED: the backoffice with a session (${error?.message ?? 'no session'})\n`);
    return [];
  }
  await sql`
    insert into public.property_members (property_id, account_id, role)
    select p.id, a.id, 'staff' from public.accom_properties p, public.accounts a
    where p.slug = 'proof-house' and a.auth_id = ${data.session.user.id}`;
  // The name and the form that @supabase/ssr gives it on this address.
  const value = Buffer.from(JSON.stringify(data.session)).toString('base64url');
  return Array<string>(20).fill(`sb-127-auth-token=base64-${value}`);
}
