import { createConfig, lintFromString } from '@redocly/openapi-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serviceHandlers } from '@/app/api/service';
import { type ApiDescription, readDocumentedErrors } from '@/testing/documented-errors';
import { startTestStays, type TestStays } from '@/testing/start-test-stays';

let stays: TestStays;
beforeAll(async () => {
  stays = await startTestStays();
});
afterAll(() => stays.close());

const readOpenApi = async (): Promise<ApiDescription> =>
  (await stays.call(serviceHandlers.readOpenApi, '/api/openapi.json')).json();

test('the OpenAPI document has the parameters and bodies of the schemas that parse them', async () => {
  const { openapi, paths } = await readOpenApi();
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

test('the OpenAPI document says of each route its name, whether it needs a session, and its errors', async () => {
  const description = await readOpenApi();
  const order = description.paths['/api/stay/{code}/orders']?.['post'];
  expect(order?.security).toEqual([{ bearer: [] }, { cookie: [] }]);
  expect(description.paths['/api/health']?.['get']?.security).toEqual([{}, { bearer: [] }, { cookie: [] }]);
  expect(order?.operationId).toBe('placeOrder');
  const documented = readDocumentedErrors(description);
  expect(documented).toContain('POST /api/stay/[code]/orders 409 item_unavailable');
  expect(documented).toContain('GET /api/stay/[code]/orders 400 invalid_code');
  expect(documented).not.toContain('GET /api/health 503 unavailable');
});

test('the OpenAPI document has 201 for a creation, 200 for a replay, and Idempotency-Key as a parameter', async () => {
  const { paths } = await readOpenApi();
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

test('the OpenAPI document has an example of each response', async () => {
  const { paths } = await readOpenApi();
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods));
  const withoutExample = operations.filter(({ responses }) => {
    const [, response] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
    return !('example' in Object(response?.content?.['application/json']));
  });
  expect(withoutExample.map(({ operationId }) => operationId)).toEqual(['readOpenApi']);
});

test('the OpenAPI document keeps the rules that Redocly recommends', async () => {
  const config = await createConfig({
    extends: ['recommended'],
    rules: {
      // `room` in `/api/stay/room/{roomCode}` is no code, so it is never taken for the `{code}` of `/api/stay/{code}/orders`.
      'no-ambiguous-paths': 'off',
      // The server of a test is at localhost.
      'no-server-example.com': 'off',
    },
  });
  const source = JSON.stringify(await readOpenApi());
  const problems = await lintFromString({ source, config, absoluteRef: 'openapi.json' });
  expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
});
