import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { GET } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const open = (propertyId: string, roomId: string) =>
  stays.call(GET, `/checkin/${propertyId}/${roomId}`, { params: { propertyId, roomId } });

test('an old printed QR redirects to its room, and not permanently', async () => {
  const [room] = await stays.database.sql<{ id: string; property_id: string }>(
    "select id, property_id from public.accom_rooms where room_code = 'RM-DRM23456'",
  );
  const response = await open(room?.property_id ?? '', room?.id ?? '');
  expect(response.status).toBe(307);
  expect(response.headers.get('cache-control')).toContain('no-store');
  expect(response.headers.get('location')).toBe('/stay/room/RM-DRM23456');
});

test('an old QR link with another property, an unknown room or invalid ids redirects to the home page', async () => {
  const [room] = await stays.database.sql<{ id: string }>(
    "select id from public.accom_rooms where room_code = 'RM-DRM23456'",
  );
  const unknown = [
    [crypto.randomUUID(), room?.id ?? ''],
    [crypto.randomUUID(), crypto.randomUUID()],
    ['42', '203'],
  ] as const;
  for (const [propertyId, roomId] of unknown) {
    const response = await open(propertyId, roomId);
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe('/');
  }
});
