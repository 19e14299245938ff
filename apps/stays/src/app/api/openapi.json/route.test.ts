import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorTable } from '@gudbro/api-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listApiRoutes } from '@/server/list-api-routes';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';
import { GET } from './route';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

type Description = {
  openapi: string;
  paths: Record<
    string,
    Record<string, { responses: Record<string, { description: string }>; security?: object[] }>
  >;
};

const describe = async (): Promise<Description> => (await stays.call(GET, '/api/openapi.json')).json();

test('every route of the API is described, with the address it stands at', async () => {
  const folder = path.join(import.meta.dirname, '..');
  const declared = globSync('**/route.ts', { cwd: folder })
    .filter((file) => !file.startsWith('openapi.json'))
    .flatMap((file) => {
      const source = readFileSync(path.join(folder, file), 'utf8');
      const methods = [...source.matchAll(/export const (GET|POST|DELETE)\b/g)].map(([, method]) => method);
      return methods.map((method) => `${method} /api/${path.dirname(file)}`);
    });
  const described = (await listApiRoutes()).map(({ method, route }) => `${method} ${route}`);
  expect(described.sort()).toEqual(declared.sort());
});

test('a path’s parameters, body and answer come from the schemas that parse them', async () => {
  const { openapi, paths } = await describe();
  expect(openapi).toBe('3.1.0');
  expect(paths['/api/stay/{code}/orders']?.['post']).toMatchObject({
    'x-tier': 'full',
    parameters: [{ name: 'code', in: 'path', required: true }],
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
  const { paths } = await describe();
  const order = paths['/api/stay/{code}/orders']?.['post'];
  expect(order?.security).toEqual([{ bearer: [] }, { cookie: [] }]);
  expect(order?.responses['409']?.description).toContain('item_unavailable');
  expect(paths['/api/health']?.['get']?.security).toBeUndefined();
  const codes = Object.values(paths)
    .flatMap((methods) => Object.values(methods))
    .flatMap(({ responses }) => Object.entries(responses).filter(([status]) => Number(status) >= 400))
    .flatMap(([, { description }]) => description.split(', '));
  expect(codes.filter((code) => !Object.hasOwn(errorTable, code))).toEqual([]);
});
