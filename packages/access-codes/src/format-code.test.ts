import { describe, expect, it } from 'vitest';
import { formatCode } from './format-code.ts';

describe('formatCode', () => {
  it.each([
    ['room', 'SUNSET22', 'RM-SUNSET22'],
    ['booking', 'GUEST2', 'BK-GUEST2'],
    ['access', 'WAKEUP23', 'WAKE-UP23'],
  ] as const)('puts prefix and hyphen around the characters of a %s code', (kind, characters, code) => {
    expect(formatCode(kind, characters)).toBe(code);
  });

  it('goes along while an access code is being typed', () => {
    expect(['', 'WAKE', 'WAKEU'].map((typed) => formatCode('access', typed))).toEqual(['', 'WAKE', 'WAKE-U']);
  });
});
