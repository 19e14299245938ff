import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMrz } from './parse-mrz.ts';
import { readMachineText } from './read-machine-text.ts';
import { digitOf } from './testing/make-mrz.ts';

const today = '2026-01-31';

/** The specimens of ICAO Doc 9303 parts 4 to 7, and Germany's. */
const td3 = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
const td2 = ['I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'D231458907UTO7408122F1204159<<<<<<<6'];
const td1 = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
];
const mrvA = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L8988901C4XXX4009078F96121096ZE184226B<<<<<<'];
const mrvB = ['V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<', 'L8988901C4XXX4009078F9612109<<<<<<<<'];
const german = [
  'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<',
  'C01X0006H1D<<6408125F1710319<<<<<<<<<<<<<<<0',
];

const anna = { surname: 'ERIKSSON', givenNames: 'ANNA MARIA', sex: 'F', issuingState: 'UTO' };
const card = { documentCode: 'I', documentType: 'id_card', documentNumber: 'D23145890', nationality: 'UTO' };
const visa = { documentCode: 'V', documentType: 'visa', documentNumber: 'L8988901C', nationality: 'XXX' };
const dates = { birthDate: '1974-08-12', expiryDate: '2012-04-15' };
const visaDates = { birthDate: '1940-09-07', expiryDate: '1996-12-10' };
const noData = { optionalData: '', moreOptionalData: '' };

test.each([
  [
    'TD3',
    td3,
    {
      ...anna,
      ...dates,
      ...noData,
      documentCode: 'P',
      documentType: 'passport',
      documentNumber: 'L898902C3',
      nationality: 'UTO',
      optionalData: 'ZE184226B',
    },
  ],
  ['TD2', td2, { ...anna, ...card, ...dates, ...noData }],
  ['TD1', td1, { ...anna, ...card, ...dates, ...noData }],
  ['MRV-A', mrvA, { ...anna, ...visa, ...visaDates, ...noData, optionalData: '6ZE184226B' }],
  ['MRV-B', mrvB, { ...anna, ...visa, ...visaDates, ...noData }],
  [
    'TD3',
    german,
    {
      ...noData,
      documentCode: 'P',
      documentType: 'passport',
      issuingState: 'D',
      surname: 'MUSTERMANN',
      givenNames: 'ERIKA',
      documentNumber: 'C01X0006H',
      nationality: 'D',
      birthDate: '1964-08-12',
      sex: 'F',
      expiryDate: '2017-10-31',
    },
  ],
])('reads the specimen of %s', (format, lines, fields) => {
  expect(parseMrz(lines.join('\n'), today)).toMatchObject({ ok: true, format, fields });
});

describe('takes what a person or a reader sends', () => {
  const [first = '', second = ''] = td3;
  const read = parseMrz(td3.join('\n'), today);
  test.each([
    ['one run', first + second],
    ['carriage returns', `${first}\r${second}\r`],
    ['both line ends and a blank line', `\r\n${first}\r\n\r\n${second}\r\n`],
    ['a space between the lines', `${first} ${second}`],
    ['small letters', td3.join('\n').toLowerCase()],
    ['spaces between groups', `${first}\n${second.replaceAll(/(.{4})/g, '$1 ')}`],
    ['signs at start and end', `\u0002${first}\r${second}\u0003`],
    ['no fillers after the names', `${first.replace(/<+$/, '')}\n${second}`],
    ['fewer fillers after the names', `${first.slice(0, -3)}\n${second}`],
    ['more fillers after the names', `${first}<<\n${second}`],
    ['one guillemet for two fillers', td3.join('\n').replaceAll('<<', '«')],
    ['one guillemet for each filler', td3.join('\n').replaceAll('<', '«')],
    ['single guillemets', td3.join('\n').replaceAll('<', '‹')],
    ['the fillers of a German keyboard', td3.join('\n').replaceAll('<', ';')],
    ['escaped fillers', td3.join('\n').replaceAll('<', '&lt;')],
    ['a page around them', `PASSPORT\nERIKSSON\nANNA MARIA\n${first}\n${second}\n12 APR/AVR 12`],
  ])('%s', (_, text) => {
    expect(read.ok).toBe(true);
    expect(parseMrz(text, today)).toEqual(read);
  });

  test('three lines of a card in one run', () => {
    expect(parseMrz(td1.join(''), today)).toEqual(parseMrz(td1.join('\n'), today));
    expect(parseMrz(td1.join(''), today).ok).toBe(true);
  });
});

/** The second line of a passport with other elements, and all digits right. */
function passport(changes: {
  number?: string;
  birth?: string;
  sex?: string;
  expiry?: string;
  data?: string;
}): string {
  const {
    number = 'L898902C3',
    birth = '740812',
    sex = 'F',
    expiry = '300415',
    data = '<<<<<<<<<<<<<<0',
  } = changes;
  const [a, b, c] = [number, birth, expiry].map((value) => value + digitOf(value));
  const digit = digitOf(`${a}${b}${c}${data}`);
  return `P<UTOERIKSSON<<ANNA<MARIA\n${a}UTO${b}${sex}${c}${data}${digit}`;
}

describe('says which field is wrong', () => {
  test.each([
    [1, 0, '8', 'wrong_check_digit', 'documentNumber'],
    [1, 9, '7', 'wrong_check_digit', 'documentNumber'],
    [1, 9, '<', 'wrong_check_digit', 'documentNumber'],
    [1, 14, '5', 'wrong_check_digit', 'birthDate'],
    [1, 27, '8', 'wrong_check_digit', 'expiryDate'],
    [1, 28, '2', 'wrong_check_digit', 'optionalData'],
    [1, 43, '1', 'wrong_check_digit', 'composite'],
    [1, 14, 'O', 'wrong_character', 'birthDate'],
    [1, 20, 'X', 'wrong_character', 'sex'],
    [1, 22, '<', 'wrong_character', 'expiryDate'],
    [1, 10, '0', 'wrong_character', 'nationality'],
    [1, 10, '<', 'wrong_character', 'nationality'],
    [0, 2, '0', 'wrong_character', 'issuingState'],
    [0, 8, '1', 'wrong_character', 'names'],
    [0, 8, 'É', 'wrong_character', 'names'],
  ])('line %i, column %i as %s: %s of %s', (line, column, character, reason, field) => {
    const lines = td3.map((text, index) =>
      index === line ? text.slice(0, column) + character + text.slice(column + 1) : text,
    );
    expect(parseMrz(lines.join('\n'), today)).toMatchObject({ ok: false, reason, at: { field } });
  });

  test('where the field is', () => {
    expect(parseMrz(td3.join('\n').replace('7408122F', '7408123F'), today)).toEqual({
      ok: false,
      reason: 'wrong_check_digit',
      at: { field: 'birthDate', line: 1, start: 13, end: 19 },
    });
  });

  test.each([
    [{ birth: '741312' }, 'birthDate'],
    [{ birth: '740012' }, 'birthDate'],
    [{ birth: '740230' }, 'birthDate'],
    [{ birth: '7413<<' }, 'birthDate'],
    [{ expiry: '301301' }, 'expiryDate'],
    [{ expiry: '300431' }, 'expiryDate'],
    // A passport that is valid for 34 years, or has expired 66 years ago.
    [{ expiry: '600415' }, 'expiryDate'],
  ])('a date that is none: %j', (changes, field) => {
    expect(parseMrz(passport(changes), today)).toMatchObject({
      ok: false,
      reason: 'wrong_date',
      at: { field },
    });
  });

  test.each([
    [`${td3[0]}\n${td3[1]?.slice(1)}`, { line: 1, expected: 44, found: 43 }],
    [`${td3[0]?.replace(/<+$/, '')}\n${td3[1]}<`, { line: 1, expected: 44, found: 45 }],
    [`${td1[0]}<\n${td1[1]}\n${td1[2]}`, { line: 0, expected: 30, found: 31 }],
    [td3.join('').slice(2), { line: 0, expected: 88, found: 86 }],
  ])('a line that is too short or too long', (text, at) => {
    expect(parseMrz(text, today)).toEqual({ ok: false, reason: 'wrong_length', at });
  });

  test.each(['', ' ', 'hello', 'x'.repeat(88), '1'.repeat(44), `${'<'.repeat(44)}\n${'<'.repeat(44)}`, '<'])(
    'a text that is none: %j',
    (text) => {
      expect(parseMrz(text, today)).toEqual({ ok: false, reason: 'not_mrz' });
    },
  );
});

test('takes any text without an error, and in time', () => {
  const piece = fc.constantFrom('<', '«', '\n', 'P<UTO', 'V', '7', ' ', 'ANSI 636000', td3[1] ?? '', 'É');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      expect(typeof readMachineText(pieces.join(''), today).ok).toBe('boolean');
    }),
  );
  expect(parseMrz(`P${'<'.repeat(200_000)}A`, today)).toEqual({ ok: false, reason: 'not_mrz' });
});

test.each([
  [{ birth: '7408<<' }, { birthDate: null }],
  [{ birth: '74<<<<' }, { birthDate: null }],
  [{ birth: '<<<<<<' }, { birthDate: null }],
  [{ sex: '<' }, { sex: 'X' }],
  [{ sex: 'M' }, { sex: 'M' }],
  [{ data: '<'.repeat(15) }, { optionalData: '' }],
  [{ expiry: '<<<<<<' }, { expiryDate: null }],
  [{ number: 'AB<12<<<<' }, { documentNumber: 'AB 12' }],
])('reads %j as %j', (changes, fields) => {
  expect(parseMrz(passport(changes), today)).toMatchObject({ ok: true, fields });
});

test.each([
  ['ARISTOTLE', { surname: 'ARISTOTLE', givenNames: '' }],
  ['VAN<DER<BERG<<JAN<PIET', { surname: 'VAN DER BERG', givenNames: 'JAN PIET' }],
  ['ERIKSSON<<ANNA<<MARIA', { surname: 'ERIKSSON', givenNames: 'ANNA MARIA' }],
  ['<<ANNA', { surname: '', givenNames: 'ANNA' }],
])('splits %s', (names, fields) => {
  const text = passport({}).replace('ERIKSSON<<ANNA<MARIA', `${names}<`);
  expect(parseMrz(text, today)).toMatchObject({ ok: true, fields });
});

test('the number of a card goes on in the optional data', () => {
  const birth = '7408122F3012316';
  for (const [number, data] of [
    // The digit is of the number with the filler, or without.
    [`D23145890<7349${digitOf('D23145890<7349')}`, 'AB'],
    [`D23145890<7349${digitOf('D231458907349')}`, 'AB'],
  ] as const) {
    const first = `I<UTO${number}<${data}`.padEnd(30, '<');
    const second = `${birth}UTO<<<<<<<<<<<`;
    const digit = digitOf(first.slice(5) + birth.slice(0, 7) + birth.slice(8) + second.slice(18));
    expect(parseMrz(`${first}\n${second}${digit}\n${td1[2]}`, today)).toMatchObject({
      ok: true,
      fields: { documentNumber: 'D231458907349', optionalData: data },
    });
  }
});

test('a number of nine characters has its digit behind it', () => {
  const first = 'I<UTOD23145890<7<<<<<<<<<<<<<<';
  expect(parseMrz(`${first}\n${td1[1]}\n${td1[2]}`, today)).toMatchObject({
    ok: false,
    reason: 'wrong_check_digit',
    at: { field: 'documentNumber' },
  });
});

test('a document is valid on the day on which it expires', () => {
  const text = german.join('\n');
  expect(parseMrz(text, '2017-10-31')).toMatchObject({ ok: true, warnings: [] });
  expect(parseMrz(text, '2017-11-01')).toMatchObject({ ok: true, warnings: [{ reason: 'expired' }] });
});

test.each([
  ['P', 'TD3', 'passport'],
  ['PD', 'TD3', 'passport'],
  ['ID', 'TD2', 'id_card'],
  ['C', 'TD2', 'id_card'],
  ['AC', 'TD2', 'other'],
  ['IR', 'TD2', 'other'],
  ['VP', 'MRV-B', 'visa'],
])('a document with the code %s as %s is of type %s', (code, format, documentType) => {
  const lines = { TD3: td3, TD2: td2, 'MRV-B': mrvB }[format] ?? [];
  const text = lines
    .map((line, index) => (index === 0 ? code.padEnd(2, '<') + line.slice(2) : line))
    .join('\n');
  expect(parseMrz(text, today)).toMatchObject({ ok: true, format, fields: { documentType } });
});

test.each([
  [td3.join('\n'), ['unknown_country', 'unknown_country', 'expired']],
  [german.join('\n'), ['expired']],
  [passport({ birth: '7408<<' }), ['unknown_country', 'unknown_country', 'incomplete_date']],
  [
    passport({}).replace(/UTOERIK.*/, `UTO${'ERIKSSON<<ANNA'.padEnd(39, 'X')}`),
    ['unknown_country', 'unknown_country', 'maybe_cut'],
  ],
])('warns of what a person should look at', (text, reasons) => {
  const read = parseMrz(text, today);
  expect(read.ok && read.warnings.map(({ reason }) => reason)).toEqual(reasons);
});
