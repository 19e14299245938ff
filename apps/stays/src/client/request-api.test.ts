// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { requestApi } from './request-api';
import { RequestError } from './request-error';

const fetched = vi.fn<typeof fetch>();
vi.stubGlobal('fetch', fetched);
afterEach(() => fetched.mockReset());

test('a request revalidates what the browser has, and returns the body of the response', async () => {
  fetched.mockResolvedValue(Response.json({ orders: [] }));
  const params = { code: 'RM-SUNSET22' };
  expect(await requestApi('GET /api/stay/[code]/orders', { params })).toEqual({ orders: [] });
  const [path, init] = fetched.mock.calls[0] ?? [];
  expect(path).toBe('/api/stay/RM-SUNSET22/orders');
  expect(init).toMatchObject({ method: 'GET', cache: 'no-cache' });
});

test('an error of the API is thrown with its code and payload, and anything that is no JSON as a lost line', async () => {
  const body = { error: 'rate_limited', retryAfterSeconds: 7, message: 'Too many.', requestId: '1' };
  fetched.mockResolvedValueOnce(Response.json(body, { status: 429 }));
  const limited = requestApi('GET /api/stay/session', {});
  await expect(limited).rejects.toThrow(RequestError);
  await expect(limited).rejects.toMatchObject({ body: { error: 'rate_limited', retryAfterSeconds: 7 } });
  fetched.mockResolvedValueOnce(new Response('<html>A proxy</html>', { status: 502 }));
  await expect(requestApi('GET /api/stay/session', {})).rejects.toMatchObject({ body: { error: 'offline' } });
});
