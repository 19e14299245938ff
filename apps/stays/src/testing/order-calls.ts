import { orderHandlers } from '@/app/api/order';
import { guestAuth } from '@/server/guest-auth';
import type { TestStays } from './start-test-stays';

const { cancelOrder, readOrder: getOne, listOrders, placeOrder } = orderHandlers;

export const sarah = 'BK-GUEST2';
export const sarahsRoom = 'RM-SUNSET22';

type CallOptions = {
  /** A booking code, to send its guest's full token; or a token; or null, to send none. */
  as?: string | null;
  code?: string;
  key?: string | null;
  /** The ETag of an earlier response. */
  tag?: string;
};

/** Calls the orders API as a guest's client does: by default as Sarah, in her room. */
export function createOrderCalls(running: () => TestStays) {
  const findOne = <Row extends Record<string, unknown>>(text: string, params: unknown[]) =>
    findRow<Row>(running(), text, params);

  const headersFor = (options: CallOptions) => formatHeaders(running(), options);

  async function findItem(name: string): Promise<string> {
    const text = 'select id from public.accom_service_items where name = $1';
    return (await findOne<{ id: string }>(text, [name])).id;
  }

  async function callOne(handler: typeof cancelOrder, method: string, id: string, options: CallOptions = {}) {
    const { code = sarahsRoom } = options;
    const init = { method, headers: await headersFor(options) };
    return running().call(handler, `/api/stay/${code}/orders/${id}`, { params: { code, id }, init });
  }

  return {
    findOne,
    findItem,
    cartOf: async (name: string, quantity = 1) => ({ items: [{ itemId: await findItem(name), quantity }] }),
    place: async (body: unknown, options: CallOptions = {}) => {
      const { code = sarahsRoom, key = crypto.randomUUID() } = options;
      const headers = await headersFor({ ...options, key });
      const init = { method: 'POST', body: JSON.stringify(body), headers };
      return running().call(placeOrder, `/api/stay/${code}/orders`, { params: { code }, init });
    },
    list: async (options: CallOptions = {}) => {
      const { code = sarahsRoom } = options;
      const init = { headers: await headersFor(options) };
      return running().call(listOrders, `/api/stay/${code}/orders`, { params: { code }, init });
    },
    read: (id: string, options?: CallOptions) => callOne(getOne, 'GET', id, options),
    cancel: (id: string, options?: CallOptions) => callOne(cancelOrder, 'DELETE', id, options),
    /** Runs `run` with a change of the data, and undoes the change after it. */
    meanwhile: async (change: string, undo: string, run: () => Promise<void>): Promise<void> => {
      await running().database.sql(change);
      try {
        await run();
      } finally {
        await running().database.sql(undo);
      }
    },
  };
}

async function findRow<Row extends Record<string, unknown>>(
  stays: TestStays,
  text: string,
  params: unknown[],
): Promise<Row> {
  const [row] = await stays.database.sql<Row>(text, params);
  if (row === undefined) {
    throw new Error('The demo data has no such row.');
  }
  return row;
}

async function formatHeaders(
  stays: TestStays,
  { as = sarah, key, tag }: CallOptions,
): Promise<Record<string, string>> {
  return {
    'content-type': 'application/json',
    ...(as === null
      ? {}
      : { authorization: `Bearer ${as.startsWith('BK-') ? await signFull(stays, as) : as}` }),
    ...(typeof key === 'string' ? { 'idempotency-key': key } : {}),
    ...(tag === undefined ? {} : { 'if-none-match': tag }),
  };
}

async function signFull(stays: TestStays, bookingCode: string): Promise<string> {
  const booking = await findRow<{ id: string; property_id: string; room_id: string; room_code: string }>(
    stays,
    `select b.id, b.property_id, b.room_id, r.room_code from public.accom_bookings b
     join public.accom_rooms r on r.id = b.room_id where b.booking_code = $1`,
    [bookingCode],
  );
  const issued = await guestAuth().signGuestToken({
    propertyId: booking.property_id,
    roomId: booking.room_id,
    roomCode: booking.room_code,
    bookingId: booking.id,
    expiresAt: new Date(Date.now() + 86_400_000),
  });
  return issued.token;
}
