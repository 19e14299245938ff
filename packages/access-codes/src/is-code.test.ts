import { describe, expect, it } from 'vitest';
import { isCode } from './is-code.ts';

describe('isCode', () => {
  it.each([
    ['room', 'RM-SUNSET22'],
    ['room', 'RM-LLLLLLLL'],
    ['booking', 'BK-GUEST2'],
    ['access', 'WAKE-UP23'],
  ] as const)('accepts a finished %s code, L included: %s', (kind, code) => {
    expect(isCode(kind, code)).toBe(true);
  });

  it.each([
    ['room', 'rm-sunset22'],
    ['room', 'RMSUNSET22'],
    ['room', 'RM-SUNSET2'],
    ['room', 'RM-SUNSET222'],
    ['room', 'RM-SUNSET20'],
    ['room', 'RM-SUNSET22\n'],
    ['room', ' RM-SUNSET22'],
    ['room', 'BK-GUEST2'],
    ['booking', 'BK-GUESTI'],
    ['access', 'WAKEUP23'],
    ['access', 'WAKE-UP1O'],
    ['access', null],
    ['room', 22],
  ] as const)('refuses a %s code that is not finished to the letter: %j', (kind, value) => {
    expect(isCode(kind, value)).toBe(false);
  });
});
