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
});
