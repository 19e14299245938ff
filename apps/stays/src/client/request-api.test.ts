// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { requestApi } from './request-api';
import { RequestError } from './request-error';

const fetched = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetched);
afterEach(() => fetched.mockReset());

const respond = (status: number, body: unknown) => fetched.mockResolvedValue(Response.json(body, { status }));

function readSent() {
  const [path, init] = fetched.mock.calls[0] ?? [];
  return { path, method: init?.method, headers: init?.headers, body: init?.body };
}

test('a request is sent to the address that its route has with its parameters, encoded', async () => {
  respond(200, { order: null });
  await requestApi('DELETE /api/stay/[code]/orders/[id]', { params: { code: 'RM-A/B', id: '42' } });
  expect(readSent()).toEqual({
    ...{ path: '/api/stay/RM-A%2FB/orders/42', method: 'DELETE' },
    ...{ headers: {}, body: undefined },
  });
});

test('a body is sent as JSON, with the key by which a retry is recognised', async () => {
  respond(201, { order: null });
  const body = { items: [{ itemId: 'item-1', quantity: 2 }] };
  await requestApi('POST /api/stay/[code]/orders', {
    params: { code: 'RM-SUNSET22' },
    body,
    idempotencyKey: 'key-1',
  });
  expect(readSent()).toEqual({
    ...{ path: '/api/stay/RM-SUNSET22/orders', method: 'POST', body: JSON.stringify(body) },
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1' },
  });
});

test('a form is sent as it is: the browser names its parts', async () => {
  respond(201, { incident: null });
  const body = new FormData();
  await requestApi('POST /api/stay/[code]/incidents', { params: { code: 'RM-SUNSET22' }, body });
  expect(readSent()).toMatchObject({ headers: {}, body });
});

test('an error of the API is thrown with its code and payload, and anything that is no JSON as a lost line', async () => {
  respond(429, { error: 'rate_limited', retryAfterSeconds: 7, message: 'Too many.', requestId: '1' });
  const limited = requestApi('GET /api/stay/session', {});
  await expect(limited).rejects.toThrow(RequestError);
  await expect(limited).rejects.toMatchObject({ body: { error: 'rate_limited', retryAfterSeconds: 7 } });
  fetched.mockResolvedValue(new Response('<html>A proxy</html>', { status: 502 }));
  await expect(requestApi('GET /api/stay/session', {})).rejects.toMatchObject({ body: { error: 'offline' } });
});

test('what the contract does not have does not compile', () => {
  const params = { code: 'RM-SUNSET22' };
  const neverSent = () => [
    // @ts-expect-error There is no such route.
    requestApi('POST /api/stay/[code]/order', { params }),
    // @ts-expect-error A parameter is missing.
    requestApi('GET /api/stay/[code]/orders', {}),
    // @ts-expect-error A field has another name.
    requestApi('POST /api/stay/verify', { body: { bookingCode: 'BK-1', surname: 'Johnson' } }),
    // @ts-expect-error An order needs a key.
    requestApi('POST /api/stay/[code]/orders', { params, body: { items: [] } }),
    // @ts-expect-error This route takes no key.
    requestApi('DELETE /api/stay/session', { idempotencyKey: 'key-1' }),
    // @ts-expect-error The response has no such field.
    requestApi('GET /api/stay/[code]/orders', { params }).then(({ order }) => order),
  ];
  expect(neverSent).toBeTypeOf('function');
});
