import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { codeInputSchema } from './zod.ts';

describe('codeInputSchema', () => {
  it('gives the finished code with its kind', () => {
    const parsed = codeInputSchema({ expect: 'room' }).parse(' rm sunset22 ');

    expect(parsed).toEqual({ ok: true, kind: 'room', code: 'RM-SUNSET22' });
    expectTypeOf(parsed.code).toEqualTypeOf<`RM-${string}`>();
  });

  it('reports a refusal as one issue, with the character in its message and the whole refusal in its params', () => {
    const issues = codeInputSchema().safeParse('RM-SUNSET20').error?.issues;

    expect(issues).toEqual([
      expect.objectContaining({
        message: 'never_contains 0',
        params: { ok: false, reason: 'never_contains', character: '0' },
      }),
    ]);
  });

  it('reports a refusal that names no character by its reason alone', () => {
    expect(codeInputSchema().safeParse('').error?.issues).toMatchObject([{ message: 'empty' }]);
  });

  it('refuses what is not a string', () => {
    expect(codeInputSchema().safeParse(22).success).toBe(false);
  });

  it('can be written as the JSON schema of its input', () => {
    expect(z.toJSONSchema(codeInputSchema(), { io: 'input' })).toMatchObject({ type: 'string' });
  });
});
