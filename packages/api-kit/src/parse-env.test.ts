import { expect, test } from 'vitest';
import { z } from 'zod';
import { EnvError, parseEnv } from './parse-env.ts';

const schema = z.object({
  SECRET: z.string().min(32, 'needs 32 characters at least'),
  PORT: z.coerce.number().default(1),
});

test('parseEnv reads the variables of the schema and fills in defaults', () => {
  expect(parseEnv(schema, { SECRET: 's'.repeat(32), OTHER: 'x' })).toEqual({
    SECRET: 's'.repeat(32),
    PORT: 1,
  });
});

test.each([
  ['a missing secret', {}, 'SECRET is missing'],
  ['an empty secret', { SECRET: '' }, 'SECRET is missing'],
  ['a short secret', { SECRET: 'hunter2' }, 'SECRET is wrong (needs 32 characters at least)'],
])('parseEnv names the variable of %s', (_case, source, problem) => {
  expect(() => parseEnv(schema, source)).toThrow(problem);
});

test('the error of parseEnv does not contain the value of a wrong variable', () => {
  try {
    parseEnv(schema, { SECRET: 'hunter2' });
    expect.unreachable();
  } catch (error) {
    expect(error).toBeInstanceOf(EnvError);
    expect(String(error)).not.toContain('hunter2');
    expect(error instanceof EnvError && error.variables).toEqual(['SECRET']);
  }
});
