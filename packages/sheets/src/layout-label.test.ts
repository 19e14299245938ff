import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { quietModules } from './encode-modules.ts';
import { measureText } from './fonts.ts';
import { formats } from './formats.ts';
import { layoutSheet } from './layout-sheet.ts';
import type { PlacedLabel, Shape } from './shapes.ts';
import type { SheetOptions, Sign } from './sheet-order.ts';
import { makeOptions, makeSigns } from './testing/make-sheet.ts';

function layOut(sign: Sign, options: SheetOptions) {
  const [laidOut] = [...layoutSheet([sign], options)];
  const label = laidOut?.page.labels[0];
  if (laidOut === undefined || label === undefined) {
    throw new TypeError('One sign makes one label.');
  }
  return { label, problems: laidOut.problems };
}

const isText = (shape: Shape) => shape.kind === 'text';
const isCode = (shape: Shape) => shape.kind === 'modules';

function boxOf({ x, y, size, text, font }: Shape & { kind: 'text' }) {
  // From a bit above the capitals to the bottom of the descenders.
  return {
    left: x,
    right: x + measureText(text, font) * size,
    top: y - 0.75 * size,
    bottom: y + 0.22 * size,
  };
}

function quietZoneOf({ shapes }: PlacedLabel) {
  const code = shapes.find(isCode);
  if (code?.kind !== 'modules') {
    throw new TypeError('Every label has a code.');
  }
  const { x, y, module, runs } = code;
  const count = Math.max(...runs.map(({ row }) => row)) + 1;
  const quiet = quietModules * module;
  const side = count * module + quiet;
  return { left: x - quiet, right: x + side, top: y - quiet, bottom: y + side };
}

type Bounds = { left: number; right: number; top: number; bottom: number };

const overlaps = (a: Bounds, b: Bounds) =>
  a.left < b.right - 0.01 && b.left < a.right - 0.01 && a.top < b.bottom - 0.01 && b.top < a.bottom - 0.01;

const anyName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
  fc.stringMatching(/^[A-Za-z0-9 -]{1,120}$/),
  fc.stringMatching(/^[一-十あ-んア-ン]{1,60}$/),
);
const anyFormat = fc.constantFrom(...formats.map(({ id }) => id));
const anyLocales = fc.constantFrom(['en'], ['vi', 'en'], [
  'de',
  'ja',
  'zh',
  'fr',
  'it',
  'es',
  'vi',
  'en',
] as const);

test('whatever the names, languages and format, no text leaves its label, lies on the code or on another text', () => {
  fc.assert(
    fc.property(anyName, anyName, anyFormat, anyLocales, (placeName, title, formatId, locales) => {
      const [sign] = makeSigns(1).map((one) => ({ ...one, title }));
      const options = {
        ...makeOptions(formatId, { placeName }),
        locales: locales as SheetOptions['locales'],
      };
      const { label } = layOut(sign as Sign, options);
      const boxes = label.shapes.filter(isText).map(boxOf);
      const quiet = quietZoneOf(label);
      for (const [index, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(label.width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(label.height);
        expect(overlaps(box, quiet)).toBe(false);
        expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([]);
      }
      expect(Math.min(quiet.left, quiet.top)).toBeGreaterThanOrEqual(-0.01);
      expect(quiet.right).toBeLessThanOrEqual(label.width + 0.01);
      expect(quiet.bottom).toBeLessThanOrEqual(label.height + 0.01);
    }),
    { numRuns: 200 },
  );
});

const printed = (label: PlacedLabel) =>
  label.shapes
    .filter(isText)
    .map(({ text }) => text)
    .join('')
    .replaceAll(' ', '');

test('a name that fits at no size is shortened with an ellipsis, and the shortened name is reported', () => {
  const title = 'The room above the kitchen '.repeat(12).trim();
  const [sign] = makeSigns(1).map((one) => ({ ...one, title }));
  const { label, problems } = layOut(sign as Sign, makeOptions('5160'));
  expect(printed(label)).toContain('…');
  expect(problems).toContainEqual({ kind: 'text_shortened', signId: 'room-0', text: title });
});

test('a language for which there is no room is left out and reported; the first one stays', () => {
  const [sign] = makeSigns(1);
  const { label, problems } = layOut(sign as Sign, makeOptions('5160', { locales: ['en', 'vi', 'de'] }));
  const leftOut = problems.flatMap((problem) =>
    problem.kind === 'language_left_out' ? [problem.locale] : [],
  );
  expect(leftOut).toEqual(['vi', 'de']);
  expect(printed(label)).toContain('WiFi,');
});

test('every label has the code in letters, the domain and the check word, whatever its size', () => {
  for (const { id } of formats) {
    const { label } = layOut(makeSigns(1)[0] as Sign, makeOptions(id));
    expect([id, printed(label)]).toEqual([id, expect.stringContaining('RM-SUNSETAA')]);
    expect([id, printed(label)]).toEqual([id, expect.stringContaining('stays.sunsethotel.example')]);
    expect([id, printed(label)]).toEqual([id, expect.stringContaining('MANGO')]);
  }
});

test('a WiFi card has the network and its password in letters', () => {
  const network = { name: 'Sunset Guest 5G', password: 'l1I|O0 secret' };
  const sign: Sign = {
    id: 'wifi',
    kind: 'wifi',
    qr: 'WIFI:T:WPA;S:Sunset Guest 5G;P:l1I|O0 secret;;',
    title: 'WiFi',
    code: null,
    checkWord: null,
    network,
  };
  for (const { id } of formats) {
    const { label } = layOut(sign, makeOptions(id));
    expect([id, printed(label)]).toEqual([id, expect.stringContaining('SunsetGuest5G')]);
    expect([id, printed(label)]).toEqual([id, expect.stringContaining('l1I|O0secret')]);
  }
});
