import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { accessCodeSchema, bookingCodeSchema, codeInputSchema, roomCodeSchema } from './zod.ts';

describe('codeInputSchema', () => {
  it('gives the finished code with its kind', () => {
    const parsed = codeInputSchema({ expect: 'room' }).parse(' rm sunset22 ');

    expect(parsed).toEqual({ ok: true, kind: 'room', code: 'RM-SUNSET22' });
    expectTypeOf(parsed.code).toEqualTypeOf<`RM-${string}`>();
  });

  it('carries the whole refusal in one issue', () => {
    const issues = codeInputSchema().safeParse('RM-SUNSET20').error?.issues;

    expect(issues).toEqual([
      expect.objectContaining({
        message: 'never_contains',
        params: { ok: false, reason: 'never_contains', character: '0' },
      }),
    ]);
  });

  it('refuses what is not a string', () => {
    expect(codeInputSchema().safeParse(22).success).toBe(false);
  });
});

describe('the schemas of finished codes', () => {
  it.each([
    [roomCodeSchema, 'RM-SUNSET22'],
    [bookingCodeSchema, 'BK-GUEST2'],
    [accessCodeSchema, 'WAKE-UP23'],
  ])('take their own form to the letter', (schema, code) => {
    expect(schema.parse(code)).toBe(code);
    expect(schema.safeParse(code.toLowerCase()).success).toBe(false);
    expect(schema.safeParse(`${code} `).success).toBe(false);
  });

  it('can be written as JSON schema', () => {
    expect(z.toJSONSchema(roomCodeSchema)).toMatchObject({
      type: 'string',
      pattern: '^RM-[A-HJ-NP-Z2-9]{8}$',
    });
  });
});
