import { consentOf } from './document-calls';
import { addPhone, type Guest } from './make-guest';
import type { TestRequest } from './send-request';
import type { TestStays } from './start-test-stays';

const asBrowser = ({ roomCode, browse }: Guest): TestRequest => ({
  params: { code: roomCode },
  token: browse,
});
const asGuest = ({ roomCode, full }: Guest): TestRequest => ({ params: { code: roomCode }, token: full });
const newKey = () => ({ 'idempotency-key': crypto.randomUUID() });

async function findId(stays: TestStays, text: string, values: unknown[] = []): Promise<string> {
  const [row] = await stays.database.sql<{ id: string }>(text, values);
  if (row === undefined) {
    throw new Error('The query found no row.');
  }
  return row.id;
}

const findLager = (stays: TestStays) =>
  findId(stays, "select id from public.accom_service_items where name = 'Local lager'");

const makeOrder = (stays: TestStays, { bookingId }: Guest) =>
  findId(
    stays,
    `with placed as (
       insert into public.accom_service_orders (property_id, room_id, booking_id, total, currency)
       select property_id, room_id, id, 0, 'VND' from public.accom_bookings where id = $1
       returning id, property_id
     )
     insert into public.accom_service_order_items (order_id, property_id, name, quantity, unit_price, total, position)
     select id, property_id, 'Water', 1, 0, 0, 1 from placed returning order_id as id`,
    [bookingId],
  );

const makeIncident = (stays: TestStays, { bookingId }: Guest) =>
  findId(
    stays,
    `insert into public.incidents (property_id, room_id, booking_id, title)
     select property_id, room_id, id, 'Cold shower' from public.accom_bookings where id = $1 returning id`,
    [bookingId],
  );

const makeDocument = (stays: TestStays, { bookingId }: Guest) =>
  findId(
    stays,
    `insert into public.accom_guest_documents
       (property_id, booking_id, document_type, key_version, consent_version, consent_locale, stored_at)
     select property_id, id, 'passport', 1, '1', 'en', now() from public.accom_bookings where id = $1 returning id`,
    [bookingId],
  );

/** Adds a room that only this request books. */
const makeOffer = (stays: TestStays) =>
  findId(
    stays,
    `insert into public.accom_rooms (property_id, room_number)
     select id, 'O' || gen_random_uuid() from public.accom_properties where slug = 'sunset-hotel' returning offer_id as id`,
  );

const daysFromNow = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const nights = { checkIn: daysFromNow(10), checkOut: daysFromNow(12) };

type MakeRequest = (stays: TestStays, guest: Guest) => TestRequest | Promise<TestRequest>;

/** A request to each route of the API that succeeds. A route without an entry fails the tests that use this. */
export const validRequests: Record<string, MakeRequest> = {
  'GET /.well-known/jwks.json': () => ({}),
  'GET /api/health': () => ({}),
  'GET /api/ready': () => ({}),
  'GET /api/openapi.json': () => ({}),
  'GET /api/properties/[slug]': () => ({ params: { slug: 'sunset-hotel' } }),
  'GET /api/properties/[slug]/availability': () => ({ params: { slug: 'sunset-hotel' }, query: nights }),
  'POST /api/properties/[slug]/bookings': async (stays) => ({
    params: { slug: 'sunset-hotel' },
    headers: newKey(),
    body: {
      offerId: await makeOffer(stays),
      ...nights,
      guestName: 'Ana Silva',
      guestLastName: 'Silva',
      guestEmail: 'ana@example.com',
      guestCount: 1,
    },
  }),
  'GET /api/stay/[code]': (_stays, { bookingCode }) => ({ params: { code: bookingCode } }),
  'GET /api/stay/[code]/property': (_stays, guest) => asBrowser(guest),
  'GET /api/stay/[code]/services': (_stays, guest) => asBrowser(guest),
  'GET /api/stay/[code]/deals': (_stays, guest) => asBrowser(guest),
  'GET /api/stay/[code]/useful-numbers': (_stays, guest) => asBrowser(guest),
  'GET /api/stay/[code]/orders': (_stays, guest) => asGuest(guest),
  'POST /api/stay/[code]/orders': async (stays, guest) => ({
    ...asGuest(guest),
    headers: newKey(),
    body: { items: [{ itemId: await findLager(stays), quantity: 1 }] },
  }),
  'GET /api/stay/[code]/orders/[id]': async (stays, guest) => ({
    ...asGuest(guest),
    params: { code: guest.roomCode, id: await makeOrder(stays, guest) },
  }),
  'DELETE /api/stay/[code]/orders/[id]': async (stays, guest) => ({
    ...asGuest(guest),
    params: { code: guest.roomCode, id: await makeOrder(stays, guest) },
  }),
  'GET /api/stay/[code]/incidents': (_stays, guest) => asGuest(guest),
  'POST /api/stay/[code]/incidents': (_stays, guest) => ({
    ...asGuest(guest),
    headers: newKey(),
    body: { title: 'Cold shower', priority: 'high' },
  }),
  'POST /api/stay/[code]/incidents/[id]/replies': async (stays, guest) => ({
    ...asGuest(guest),
    params: { code: guest.roomCode, id: await makeIncident(stays, guest) },
    headers: newKey(),
    body: { message: 'Still cold.' },
  }),
  'GET /api/stay/[code]/documents': (_stays, guest) => asGuest(guest),
  'POST /api/stay/[code]/documents': async (stays, guest) => ({
    ...asGuest(guest),
    headers: newKey(),
    body: {
      documentType: 'passport',
      surname: 'Silva',
      nationality: 'PT',
      consentVersion: await consentOf(stays, guest),
    },
  }),
  'DELETE /api/stay/[code]/documents/[id]': async (stays, guest) => ({
    ...asGuest(guest),
    params: { code: guest.roomCode, id: await makeDocument(stays, guest) },
  }),
  'POST /api/stay/[code]/documents/[id]/erasure': async (stays, guest) => ({
    ...asGuest(guest),
    params: { code: guest.roomCode, id: await makeDocument(stays, guest) },
    body: {},
  }),
  'GET /api/stay/[code]/visa-status': (_stays, guest) => asGuest(guest),
  'GET /api/stay/[code]/phones': (_stays, guest) => asGuest(guest),
  'DELETE /api/stay/[code]/phones/[id]': async (stays, guest) => ({
    ...asGuest(guest),
    params: { code: guest.roomCode, id: await addPhone(stays, guest.bookingId) },
  }),
  'GET /api/stay/room/[roomCode]': (_stays, { roomCode }) => ({ params: { roomCode } }),
  'POST /api/stay/room/[roomCode]/verify': (_stays, { roomCode }) => ({
    params: { roomCode },
    body: { lastName: 'Silva' },
  }),
  'GET /api/stay/session': (_stays, { full }) => ({ token: full }),
  'DELETE /api/stay/session': (_stays, { full }) => ({
    token: full,
    headers: { origin: 'http://localhost:3000' },
  }),
  'POST /api/stay/verify': (_stays, { bookingCode }) => ({ body: { bookingCode, lastName: 'Silva' } }),
  'POST /api/guest-sessions/open': () => ({ body: { accessCode: 'WAKE-UP23' } }),
};
