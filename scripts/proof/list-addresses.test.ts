import { expect, test } from 'vitest';
import { findTemplate, listPages, readApiDescription } from './list-addresses.ts';

test('a page is found at its address, without the folders that only group', () => {
  expect(findTemplate('src/app/(signed-in)/rooms/[roomId]/page.tsx')).toBe('/rooms/[roomId]');
  expect(findTemplate('src/app/page.tsx')).toBe('/');
  expect(findTemplate('src/app/manifest.ts')).toBe('/manifest.webmanifest');
});

test('finds the pages, routes and files of both apps', () => {
  const pages = listPages().map(({ app, template }) => `${app} ${template}`);
  expect(pages).toContain('stays /stay/room/[roomCode]');
  expect(pages).toContain('stays /sw.js');
  expect(pages).toContain('backoffice /sign-in');
});

test('reads operations and the names of fields and parameters from an OpenAPI document', () => {
  const body = {
    content: { 'application/json': { schema: { properties: { lastName: { type: 'string' } } } } },
  };
  const document = {
    paths: {
      '/api/rooms/{code}': {
        get: { parameters: [{ in: 'query', name: 'from' }] },
        post: { requestBody: body },
      },
    },
  };
  expect(readApiDescription(document)).toEqual({
    operations: [{ app: 'stays', template: '/api/rooms/[code]', methods: ['GET', 'POST'] }],
    names: ['from', 'lastName'],
  });
});
