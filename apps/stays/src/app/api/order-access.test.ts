import type { Order } from '@gudbro/guest-api/order';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { guestAuth } from '@/server/guest-auth';
import { createOrderCalls, sarah, sarahsRoom } from '@/testing/order-calls';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
const { findOne, cartOf, place, list, read, cancel, meanwhile } = createOrderCalls(() => stays);

beforeAll(async () => {
  stays = await startTestStays();
  // The first call opens the connection, which takes its time on a busy machine.
  await list();
});
afterAll(() => stays.close());

// Each story has a minute of its own, as far as the limits know.
beforeEach(async () => {
  await stays.database.sql('delete from public.rate_limits');
});

const setBooking = (status: string) =>
  `update public.accom_bookings set status = '${status}' where booking_code = '${sarah}'`;

describe('orders', () => {
  test('are neither read nor placed without a session', async () => {
    expect((await list({ as: null })).status).toBe(401);
    expect((await place(await cartOf('Local lager'), { as: null })).status).toBe(401);
  });

  test('are neither read nor placed by a guest who only browses', async () => {
    const { id, property_id } = await findOne<{ id: string; property_id: string }>(
      'select id, property_id from public.accom_rooms where room_code = $1',
      [sarahsRoom],
    );
    const { token } = await guestAuth().signRoomBrowseToken({
      propertyId: property_id,
      roomId: id,
      roomCode: sarahsRoom,
    });
    for (const response of [
      await list({ as: token }),
      await place(await cartOf('Local lager'), { as: token }),
    ]) {
      expect(response.status).toBe(403);
      expect((await response.json()).error).toBe('verification_required');
    }
  });

  test.each(['RM-BEACH234', 'RM-EMPTY234', 'BK-BEACH2', 'BK-ZZZZZZ', 'WAKE-UP23'])(
    'are not reached under the code %s, which is not that of the stay',
    async (code) => {
      for (const response of [await list({ code }), await place(await cartOf('Local lager'), { code })]) {
        expect([response.status, (await response.json()).error]).toEqual([403, 'wrong_stay']);
      }
    },
  );

  test('are not looked for under what is no code', async () => {
    const response = await list({ code: 'hello!' });
    expect([response.status, (await response.json()).error]).toEqual([400, 'invalid_code']);
  });

  test('of another guest are not found, like those that do not exist', async () => {
    const { order } = await (await place(await cartOf('Local lager'))).json();
    const asOther = { as: 'BK-BEACH2', code: 'BK-BEACH2' };
    for (const id of [order.id, crypto.randomUUID(), 'no-id']) {
      const responses = [await read(id, asOther), await cancel(id, asOther)];
      expect(responses.map(({ status }) => status)).toEqual([404, 404]);
    }
    const { orders } = await (await list(asOther)).json();
    expect(orders.map(({ id }: Order) => id)).not.toContain(order.id);
    expect((await (await read(order.id)).json()).order.status).toBe('pending');
  });

  test('are out of reach once the booking was cancelled: the session has expired', async () => {
    await meanwhile(setBooking('cancelled'), setBooking('confirmed'), async () => {
      for (const response of [await list(), await place(await cartOf('Local lager'))]) {
        expect([response.status, (await response.json()).error]).toEqual([401, 'session_expired']);
      }
    });
  });

  test('are read under a booking that is not confirmed, and placing one is refused with the reason', async () => {
    await meanwhile(setBooking('pending'), setBooking('confirmed'), async () => {
      expect((await list()).status).toBe(200);
      const response = await place(await cartOf('Local lager'));
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ error: 'illegal_step', reason: 'stay_is_not_confirmed' });
    });
  });
});
