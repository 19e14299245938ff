import type { Random } from './random.ts';

/** Texts that have broken parsers, comparisons, dates, numbers or databases somewhere. */
export const nastyTexts: readonly string[] = [
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '9'.repeat(400),
  '2147483648',
  '9007199254740993',
  '0000-01-01',
  '0000-00-00',
  '2026-02-30',
  '9999-12-31',
  '99999-01-01',
  '+275760-09-13',
  '-000001-01-01',
  '2026-11-27T00:00:00Z',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  "' or 1=1 --",
  '$1',
  '{{7*7}}',
  '%',
  '%00',
  '%ff',
  '%c0%ae',
  '%u0041',
  '..',
  '../../../etc/passwd',
  '..%2f..%2f',
  'a/b',
  '\u0000',
  '\u0001\u001f\u007f',
  '\ud800',
  '\udfff\ud800',
  '\ufffe\uffff',
  '\u202e\u200b\ufeff',
  'İıßſ',
  'e\u0301'.repeat(40),
  '\u{1f469}\u200d\u{1f467}'.repeat(10),
  '﷽',
  'Nguyễn Thị Hương',
  'a'.repeat(300),
  'b'.repeat(5000),
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  'RM-AAAAAAAA',
  'BK-AAAAAA',
  'AAAA-AAAA',
  'ＲＭ－ＳＵＮＳＥＴ２２',
];

/** Any value that JSON can hold, up to a depth. */
export function makeJson(random: Random, texts: readonly string[], depth = 3): unknown {
  const makers: readonly (() => unknown)[] = [
    () => random.pick(texts),
    () => random.pick(nastyTexts),
    () => random.pick([0, -0, -1, 1.5, 1e308, -1e308, 2 ** 53, 2 ** 31, 1e-7, 99, 100]),
    () => random.pick([true, false, null]),
    () => Array.from({ length: random.below(4) }, () => makeJson(random, texts, depth - 1)),
    () =>
      Object.fromEntries(
        Array.from({ length: random.below(4) }, () => [
          random.pick(texts),
          makeJson(random, texts, depth - 1),
        ]),
      ),
  ];
  return random.pick(depth > 0 ? makers : makers.slice(0, 4))();
}
