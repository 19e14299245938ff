import { expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from './contract.ts';
import { examples } from './examples.ts';

type WithBody = { body: z.ZodType; bodyExample?: object };

const withBody = Object.entries(contract).flatMap(([name, route]) =>
  'body' in route ? [{ name, route: route as WithBody }] : [],
);

test.each(withBody)('the example of a body of $name is one that its schema parses', ({ route }) => {
  expect(route.body.safeParse(route.bodyExample)).toMatchObject({ success: true });
});

test.each(Object.entries(examples))(
  'the example of a response of %s is one that its schema makes',
  (name, example) => {
    const { output }: { output: z.ZodType } = contract[name as keyof typeof examples]; // the names of the list itself
    expect(output.parse(example)).toEqual(example);
  },
);

test('no two routes have one address and method, so the name of a route is one route', () => {
  const names = Object.values(contract).map(({ method, route }) => `${method} ${route}`);
  expect(new Set(names).size).toBe(names.length);
});
