import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from './contract.ts';

type WithBody = { body: z.ZodType; bodyExample?: object };

const withBody = Object.entries(contract).flatMap(([name, route]) =>
  'body' in route ? [{ name, route: route as WithBody }] : [],
);

test.each(withBody)('the example of a body of $name is one that its schema parses', ({ route }) => {
  expect(route.body.safeParse(route.bodyExample)).toMatchObject({ success: true });
});

test('no two routes have one address and method, so the name of a route is one route', () => {
  const names = Object.values(contract).map(({ method, route }) => `${method} ${route}`);
  expect(new Set(names).size).toBe(names.length);
});
