import { expect, test } from 'vitest';
import type { ApiInput, ApiOutput, ApiRoute } from './api-types.ts';
import { formatRequest } from './format-request.ts';

test('a route’s address has its parameters, encoded', () => {
  const params = { code: 'RM-A/B', id: '42' };
  expect(formatRequest('DELETE /api/stay/[code]/orders/[id]', { params })).toEqual({
    ...{ method: 'DELETE', path: '/api/stay/RM-A%2FB/orders/42', headers: {} },
  });
});

test('a query is sent without what is not given', () => {
  const query = { checkIn: '2027-01-01', checkOut: '2027-01-03', guests: undefined };
  const { path } = formatRequest('GET /api/properties/[slug]/availability', { params: { slug: 'x' }, query });
  expect(path).toBe('/api/properties/x/availability?checkIn=2027-01-01&checkOut=2027-01-03');
});

test('a body is sent as JSON, with the key by which a retry is recognised', () => {
  const body = { items: [{ itemId: 'item-1', quantity: 2 }] };
  const sent = formatRequest('POST /api/stay/[code]/orders', {
    ...{ params: { code: 'RM-SUNSET22' }, body, idempotencyKey: 'key-1' },
  });
  expect(sent).toMatchObject({
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1' },
  });
});

test('a form is sent as it is: the browser names its parts', () => {
  const body = new FormData();
  const sent = formatRequest('POST /api/stay/[code]/incidents', { params: { code: 'RM-SUNSET22' }, body });
  expect(sent).toMatchObject({ headers: {}, body });
});

test('what the contract does not have does not compile', () => {
  const takes = <Route extends ApiRoute>(route: Route, input: ApiInput<Route>) => ({ route, input });
  const params = { code: 'RM-SUNSET22' };
  const neverSent = () => [
    // @ts-expect-error There is no such route.
    takes('POST /api/stay/[code]/order', { params }),
    // @ts-expect-error A parameter is missing.
    takes('GET /api/stay/[code]/orders', {}),
    // @ts-expect-error A field has another name.
    takes('POST /api/stay/verify', { body: { bookingCode: 'BK-1', surname: 'Johnson' } }),
    // @ts-expect-error An order needs a key.
    takes('POST /api/stay/[code]/orders', { params, body: { items: [] } }),
    // @ts-expect-error This route takes no key.
    takes('DELETE /api/stay/session', { idempotencyKey: 'key-1' }),
    // @ts-expect-error The response has no such field.
    ({ order }: ApiOutput<'GET /api/stay/[code]/orders'>) => order,
  ];
  expect(neverSent).toBeTypeOf('function');
});
