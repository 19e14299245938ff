import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type PushService, startPushService } from '../testing/start-push-service.ts';
import { createPushSender, type Push } from './send-push.ts';
import { makeVapidKeyPair } from './vapid-keys.ts';

const vapid = { ...makeVapidKeyPair(), subject: 'mailto:ops@example.com' };
const signal = AbortSignal.timeout(60_000);

let service: PushService;
beforeAll(async () => {
  service = await startPushService();
});
afterAll(() => service.close());
beforeEach(() => {
  service.received = [];
  service.plan.clear();
});

const makePush = (changes: Partial<Push> = {}): Push => ({
  ...service.subscribe(vapid.publicKey),
  message: JSON.stringify({ title: 'Khách sạn Hoàng Hôn', body: '2 đơn mới' }),
  ttlSeconds: 3600,
  urgency: 'high',
  topic: 'orders',
  ...changes,
});
const send = (push: Push, options: Partial<Parameters<typeof createPushSender>[0]> = {}) =>
  createPushSender({ vapid, standIn: service.url, ...options })(push, signal);

it('a message arrives at its browser, which alone can read it, signed for its push service', async () => {
  const push = makePush();
  expect(await send(push)).toBe('sent');
  expect(service.received).toEqual([
    {
      endpoint: push.endpoint,
      message: { title: 'Khách sạn Hoàng Hôn', body: '2 đơn mới' },
      ttl: 3600,
      urgency: 'high',
      topic: 'orders',
      subject: 'mailto:ops@example.com',
      lifetimeSeconds: expect.any(Number),
    },
  ]);
  expect(service.received[0]?.lifetimeSeconds).toBeLessThanOrEqual(12 * 3600);
});

it.each([
  ['keys that the browser did not subscribe with', { vapid: { ...vapid, ...makeVapidKeyPair() } }],
  ['a token whose time is over', { clock: () => Date.now() - 86_400_000 }],
  ['a token for longer than a day', { clock: () => Date.now() + 86_400_000 }],
])('a sender with %s is refused for good', async (_, options) => {
  await expect(send(makePush(), options)).rejects.toMatchObject({
    code: 'push_refused',
    status: 403,
    isFinal: true,
  });
});

describe.each([404, 410])('a service that answers %i', (status) => {
  it('says that the browser is gone', async () => {
    const push = makePush();
    service.plan.set(push.endpoint, { status });
    expect(await send(push)).toBe('gone');
  });
});

it.each([
  [429, { 'retry-after': '120' }, 120],
  [429, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }, undefined],
  [500, {}, undefined],
  [503, { 'retry-after': '30' }, 30],
])('after %i with %j it is tried again', async (status, headers, retryAfterSeconds) => {
  const push = makePush();
  service.plan.set(push.endpoint, { status, headers });
  await expect(send(push)).rejects.toMatchObject({
    code: 'push_service_busy',
    status,
    isFinal: false,
    retryAfterSeconds,
  });
});

it('does not follow a redirect, which may lead into our network', async () => {
  const push = makePush();
  const before = service.requests;
  service.plan.set(push.endpoint, { status: 307, headers: { location: `${service.url}/elsewhere` } });
  await expect(send(push)).rejects.toMatchObject({ code: 'push_refused', status: 307, isFinal: true });
  expect(service.requests).toBe(before + 1);
});

it('is tried again where the service cannot be reached, and never with keys that are none', async () => {
  const closed = await startPushService();
  await closed.close();
  await expect(send(makePush(), { standIn: closed.url })).rejects.toMatchObject({
    code: 'push_service_unreachable',
    isFinal: false,
  });
  await expect(send(makePush({ p256dh: `B${'a'.repeat(86)}` }))).rejects.toMatchObject({
    code: 'push_keys_invalid',
    isFinal: true,
  });
});
