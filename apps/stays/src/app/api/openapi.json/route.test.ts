import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listApiRoutes } from '@/server/list-api-routes';
import { type ApiDescription, readDocumentedErrors } from '@/testing/documented-errors';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { GET } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const describe = async (): Promise<ApiDescription> => (await stays.call(GET, '/api/openapi.json')).json();

test('every route of the API is described, with the address it stands at', async () => {
  const folder = path.join(import.meta.dirname, '../..');
  const declared = globSync('{api,.well-known}/**/route.ts', { cwd: folder }).flatMap((file) => {
    const source = readFileSync(path.join(folder, file), 'utf8');
    const methods = [...source.matchAll(/export const (GET|POST|DELETE)\b/g)].map(([, method]) => method);
    return methods.map((method) => `${method} /${path.dirname(file)}`);
  });
  const described = (await listApiRoutes()).map(({ method, route }) => `${method} ${route}`);
  expect(described.sort()).toEqual(declared.sort());
});

test('a path’s parameters, body and answer come from the schemas that parse them', async () => {
  const { openapi, paths } = await describe();
  expect(openapi).toBe('3.1.0');
  expect(paths['/api/stay/{code}/orders']?.['post']).toMatchObject({
    'x-tier': 'full',
    parameters: expect.arrayContaining([
      expect.objectContaining({ name: 'code', in: 'path', required: true }),
    ]),
    requestBody: {
      content: {
        'application/json': {
          schema: {
            required: ['items'],
            additionalProperties: false,
            properties: { notes: { maxLength: 500 } },
          },
        },
      },
    },
  });
});

test('what needs a session says so, and which errors it may answer', async () => {
  const description = await describe();
  const order = description.paths['/api/stay/{code}/orders']?.['post'];
  expect(order?.security).toEqual([{ bearer: [] }, { cookie: [] }]);
  expect(description.paths['/api/health']?.['get']?.security).toBeUndefined();
  const documented = readDocumentedErrors(description);
  expect(documented).toContain('POST /api/stay/[code]/orders 409 item_unavailable');
  expect(documented).toContain('GET /api/stay/[code]/orders 400 invalid_code');
  expect(documented).not.toContain('GET /api/health 503 unavailable');
});

test('what comes to be is 201, a retry 200, and the header of a retry is a parameter', async () => {
  const { paths } = await describe();
  const order = paths['/api/stay/{code}/orders']?.['post'];
  expect(Object.keys(order?.responses ?? {})).toEqual(expect.arrayContaining(['200', '201']));
  expect(order).toMatchObject({
    parameters: expect.arrayContaining([
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
    ]),
  });
  expect(paths['/api/stay/{code}/incidents/{id}/replies']?.['post']).toMatchObject({
    parameters: expect.arrayContaining([
      expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: false }),
    ]),
  });
  expect(Object.keys(paths['/api/health']?.['get']?.responses ?? {})).toEqual(['200', '429']);
});
