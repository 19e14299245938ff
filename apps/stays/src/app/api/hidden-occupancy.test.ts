import { afterAll, beforeAll, expect, test } from 'vitest';
import { roomHandlers } from '@/app/api/room';
import { loadRoomPage } from '@/features/room/load-room-page';
import { loadPage } from '@/testing/load-page';
import { makeGuest } from '@/testing/make-guest';
import { sendRequest } from '@/testing/send-request';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

const { scanRoom: scan } = roomHandlers;

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
  await stays.database.sql(
    `update public.accom_properties set access_settings = access_settings || '{"occupancy_hidden": true}' where slug = 'palm-resort'`,
  );
});
afterAll(() => stays.close());

test('where the occupancy is hidden, a scan and a page are the same before, during and after a stay', async () => {
  const guest = await makeGuest(stays, { slug: 'palm-resort', status: 'cancelled' });
  const params = { roomCode: guest.roomCode };
  const seen: string[] = [];
  for (const status of ['cancelled', 'confirmed', 'checked_in', 'checked_out']) {
    await stays.database.sql(
      'update public.accom_bookings set status = $2::public.booking_status where id = $1',
      [guest.bookingId, status],
    );
    const {
      token: _token,
      expiresAt: _expiresAt,
      ...scanned
    } = await (await sendRequest(stays, scan, { params })).json();
    const page = await loadPage(loadRoomPage, params);
    expect(scanned.booking.hasActiveBooking).toBeNull();
    // The document of a page depends on nothing but this key.
    seen.push(JSON.stringify([scanned, page.response.cookies?.length, page.cacheKey]));
  }
  expect(new Set(seen).size).toBe(1);
});

test('where the occupancy is hidden, a verified guest still reads the WiFi that is for stays only', async () => {
  const guest = await makeGuest(stays, { slug: 'palm-resort' });
  const ask = { params: { roomCode: guest.roomCode } };
  expect((await (await sendRequest(stays, scan, ask)).json()).wifi).toMatchObject({
    hidden: true,
    primary: null,
  });
  const own = await (await sendRequest(stays, scan, { ...ask, token: guest.full })).json();
  expect(own.wifi).toMatchObject({ hidden: false, primary: { network: 'Palm Resort' } });
});
