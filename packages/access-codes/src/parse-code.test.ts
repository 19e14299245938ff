import { describe, expect, expectTypeOf, it } from 'vitest';
import type { CodeKind } from './code-forms.ts';
import { parseCode } from './parse-code.ts';
import type { CodeRefusal } from './parse-result.ts';

type Read = readonly [input: string, code: string, expect?: CodeKind];

const BOTH = '{"room_code": "RM-SUNSET22", "access_code": "WAKE-UP23"}';
const BOTH_SWAPPED = '{"access_code":"WAKE-UP23","room_code":"RM-SUNSET22"}';

describe('parseCode', () => {
  it.for<Read>([
    ['RM-SUNSET22', 'RM-SUNSET22'],
    ['RM-LALALA22', 'RM-LALALA22'],
    ['rm-sunset22', 'RM-SUNSET22'],
    ['  bk-Guest2\n', 'BK-GUEST2'],
    ['rm sun set 22', 'RM-SUNSET22'],
    ['RMSUNSET22', 'RM-SUNSET22'],
    ['RM_SUNSET22', 'RM-SUNSET22'],
    ['R-M-SUNSET22', 'RM-SUNSET22'],
    ['RM--SUNS-ET22', 'RM-SUNSET22'],
    ['RM‐SUNSET22', 'RM-SUNSET22'],
    ['RM–SUNSET22', 'RM-SUNSET22'],
    ['RM—SUNSET22', 'RM-SUNSET22'],
    ['RM−SUNSET22', 'RM-SUNSET22'],
    ['ＲＭー Ｓｕｎｓｅｔ２２', 'RM-SUNSET22'],
    ['\u200bRM\u00ad-\u2060SUNSET22\ufeff', 'RM-SUNSET22'],
    ['wake up23', 'WAKE-UP23'],
    ['WAKEUP23', 'WAKE-UP23', 'access'],
    ['WA-KE-UP-23', 'WAKE-UP23', 'access'],
    ['bkguest2', 'BK-GUEST2'],
    ['BK-G-UEST2', 'BK-GUEST2'],
    ['RM%2Dsunset22', 'RM-SUNSET22'],
  ])('forgives case, spaces and hyphens: %j', ([input, code, expected]) => {
    expect(parseCode(input, expected && { expect: expected })).toMatchObject({ ok: true, code });
  });

  it.for<Read>([
    ['GUEST2', 'BK-GUEST2'],
    ['GUEST2', 'BK-GUEST2', 'booking'],
    ['sunset22', 'RM-SUNSET22', 'room'],
    ['RMABCDEF', 'RM-RMABCDEF', 'room'],
    ['BKGUEST2', 'RM-BKGUEST2', 'room'],
    ['BKABCD', 'BK-BKABCD'],
  ])('forgives a missing prefix where only one kind fits: %j', ([input, code, expected]) => {
    expect(parseCode(input, expected && { expect: expected })).toMatchObject({ ok: true, code });
  });

  it.for<Read>([
    ['https://stays.example/stay/room/RM-SUNSET22', 'RM-SUNSET22'],
    ['http://192.168.1.4:3000/stay/room/rm-sunset22?from=qr#top', 'RM-SUNSET22'],
    ['HTTPS://STAYS.EXAMPLE/STAY/ROOM/RM-SUNSET22', 'RM-SUNSET22'],
    ['stays.example/stay/room/sunset22/', 'RM-SUNSET22'],
    ['/stay/BK-GUEST2', 'BK-GUEST2'],
    ['https://stays.example/stay/BK%2DGUEST2 ', 'BK-GUEST2'],
    ['https://stays.example/session/WAKE-UP23', 'WAKE-UP23'],
    ['https://stays.example/session/wakeup23', 'WAKE-UP23'],
    ['https://stays.example/stay/room/BK-GUEST2', 'BK-GUEST2'],
    ['https://stays.example/stay/room/rm sunset22', 'RM-SUNSET22'],
    ['https://stays.example/stay/room/rm%20sunset22', 'RM-SUNSET22'],
    ['https://stays.example/stay/room/sunset 22', 'RM-SUNSET22'],
    ['https://stays.example/session/wake%20up23?from=mail', 'WAKE-UP23'],
    ['/stay/bk guest2', 'BK-GUEST2'],
    ['https://stays.example/stay/room/RM-SUNSET22 is our room', 'RM-SUNSET22'],
    ['https://stays.example/stay/room/rmsunset22\nSee you at the pool', 'RM-SUNSET22'],
  ])('reads the code in a whole pasted address: %s', ([input, code]) => {
    expect(parseCode(input)).toMatchObject({ ok: true, code });
  });

  it.for<Read>([
    [BOTH, 'WAKE-UP23'],
    [BOTH_SWAPPED, 'WAKE-UP23'],
    [BOTH, 'RM-SUNSET22', 'room'],
    [BOTH_SWAPPED, 'RM-SUNSET22', 'room'],
    ['{"room_code":"sunset22"}', 'RM-SUNSET22'],
    ['{"room_code":"RM-SUNSET22","access_code":null}', 'RM-SUNSET22'],
    ['{"room_code":"RM-SUNSET22","access_code":"too-long-for-one"}', 'RM-SUNSET22'],
    ['{"room_code":"","access_code":"wakeup23"}', 'WAKE-UP23'],
    ['{"room_code":"rm sunset 22"}', 'RM-SUNSET22'],
  ])('reads the old QR payload, the access code first: %s', ([input, code, expected]) => {
    expect(parseCode(input, expected && { expect: expected })).toMatchObject({ ok: true, code });
  });
});

type Refused = readonly [input: string, refusal: Partial<CodeRefusal>, expect?: CodeKind];

describe('refusals of parseCode', () => {
  it.for<Refused>([
    ['', { reason: 'empty' }],
    [' - \t', { reason: 'empty' }],
    ['RM-SUNSET20', { reason: 'never_contains', character: '0' }],
    ['rm-sunseto2', { reason: 'never_contains', character: 'O' }],
    ['BK-GUEST1', { reason: 'never_contains', character: '1' }],
    ['wake-upi3', { reason: 'never_contains', character: 'I' }],
    ['https://stays.example/stay/room/RM-SUNSET20', { reason: 'never_contains', character: '0' }],
    ['RM-SUNSET2!', { reason: 'invalid_character', character: '!' }],
    ['RM-ЅUNSET22', { reason: 'invalid_character', character: 'Ѕ' }],
    ['RM-SUNSET2😀', { reason: 'invalid_character', character: '😀' }],
    ['RM-SUNSET2%', { reason: 'invalid_character', character: '%' }],
    ['RM-SUNSET2', { reason: 'too_short', kind: 'room', expected: 8, actual: 7 }],
    ['RM-ABCDEF', { reason: 'too_short', kind: 'room', expected: 8, actual: 6 }],
    ['BK-GUEST22', { reason: 'too_long', kind: 'booking', expected: 6, actual: 7 }],
    ['RM', { reason: 'too_short', kind: 'room', expected: 8, actual: 0 }],
    ['RMABCD', { reason: 'too_short', kind: 'room', expected: 8, actual: 4 }],
    ['GUEST', { reason: 'too_short', kind: 'booking', expected: 6, actual: 5 }],
    ['WAKEUP2', { reason: 'too_short', kind: 'access', expected: 8, actual: 7 }],
    ['WAKE-UP234', { reason: 'too_long', kind: 'access', expected: 8, actual: 9 }],
    ['SUNSET', { reason: 'too_short', kind: 'room', expected: 8, actual: 6 }, 'room'],
    ['SUNSET22', { reason: 'too_long', kind: 'booking', expected: 6, actual: 8 }, 'booking'],
    ['https://stays.example/beach-view', { reason: 'unknown_kind' }],
    ['https://stays.example/stay/room/', { reason: 'unknown_kind' }],
    ['https://stays.example/stay/room ', { reason: 'unknown_kind' }],
    ['/stay/room/RM-SUNSET2 is our room', { reason: 'too_short', kind: 'room', expected: 8, actual: 7 }],
    ['{"table": 4}', { reason: 'unknown_kind' }],
    ['BK-GUEST2', { reason: 'wrong_kind', expected: 'room', kind: 'booking', code: 'BK-GUEST2' }, 'room'],
    ['WAKE-UP23', { reason: 'wrong_kind', expected: 'room', kind: 'access', code: 'WAKE-UP23' }, 'room'],
    [
      'rmsunset22',
      { reason: 'wrong_kind', expected: 'booking', kind: 'room', code: 'RM-SUNSET22' },
      'booking',
    ],
    ['/session/WAKE-UP23', { reason: 'wrong_kind', kind: 'access', code: 'WAKE-UP23' }, 'room'],
  ])('refuses %j with a reason', ([input, refusal, expected]) => {
    expect(parseCode(input, expected && { expect: expected })).toMatchObject({ ok: false, ...refusal });
  });

  it('gives both candidates for eight bare characters, the access code first', () => {
    expect(parseCode('SUNSET22')).toEqual({
      ok: false,
      reason: 'ambiguous',
      candidates: [
        { ok: true, kind: 'access', code: 'SUNS-ET22' },
        { ok: true, kind: 'room', code: 'RM-SUNSET22' },
      ],
    });
  });
});

it('parseCode narrows the type of a code to the kind that is expected', () => {
  const parsed = parseCode('RM-SUNSET22', { expect: 'room' });
  if (parsed.ok)
    expectTypeOf(parsed).toEqualTypeOf<{
      readonly ok: true;
      readonly kind: 'room';
      readonly code: `RM-${string}`;
    }>();
});
