import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CODE_ALPHABET, CODE_FORMS, CODE_KINDS, type CodeKind } from './code-forms.ts';
import { formatCode } from './format-code.ts';
import { isCode } from './is-code.ts';
import { parseCode } from './parse-code.ts';

/** Valid characters, the two prefixes more often than chance would have them at the start. */
function charactersOf(kind: CodeKind): fc.Arbitrary<string> {
  const { length } = CODE_FORMS[kind];
  const plain = fc.string({
    unit: fc.constantFrom(...CODE_ALPHABET, 'L'),
    minLength: length,
    maxLength: length,
  });
  const start = fc.constantFrom('', '', 'RM', 'BK', 'RMBK', 'BKRM');
  return fc.tuple(start, plain).map(([letters, rest]) => (letters + rest).slice(0, length));
}

const anyCode = fc
  .constantFrom(...CODE_KINDS)
  .chain((kind) =>
    charactersOf(kind).map((characters) => ({ kind, characters, code: formatCode(kind, characters) })),
  );

const separator = fc.constantFrom('-', ' ', '–', '—', '−', '_', ' - ', '\u00a0', '\u2011');
const RUNS = { numRuns: 2000 };

describe('parseCode, for every code', () => {
  it('gives the finished form back, whatever letters it begins with', () => {
    fc.assert(
      fc.property(anyCode, ({ kind, code }) => {
        expect(isCode(kind, code)).toBe(true);
        expect(parseCode(code)).toEqual({ ok: true, kind, code });
        expect(parseCode(code, { expect: kind })).toEqual({ ok: true, kind, code });
      }),
      RUNS,
    );
  });

  it('ignores case and the look of the hyphen', () => {
    fc.assert(
      fc.property(anyCode, separator, fc.boolean(), ({ kind, code }, hyphen, lower) => {
        const typed = ` ${lower ? code.toLowerCase() : code} `.replace('-', hyphen);
        expect(parseCode(typed)).toEqual({ ok: true, kind, code });
      }),
      RUNS,
    );
  });

  it('needs only the bare characters where the kind is expected', () => {
    fc.assert(
      fc.property(anyCode, ({ kind, characters, code }) => {
        expect(parseCode(characters, { expect: kind })).toEqual({ ok: true, kind, code });
      }),
      RUNS,
    );
  });

  it('never reads bare characters as the code of another room', () => {
    fc.assert(
      fc.property(anyCode, ({ kind, characters, code }) => {
        const parsed = parseCode(characters);
        if (parsed.ok)
          return parsed.code === code || (parsed.kind === 'booking' && characters.startsWith('BK'));
        if (parsed.reason === 'ambiguous') return parsed.candidates.some((one) => one.code === code);
        return kind === 'booking' && parsed.reason === 'too_short' && characters.startsWith('RM');
      }),
      RUNS,
    );
  });

  it('reads the code in its own address on any host', () => {
    const paths = { room: 'stay/room', booking: 'stay', access: 'session' };
    fc.assert(
      fc.property(anyCode, fc.webAuthority(), ({ kind, code }, host) => {
        expect(parseCode(`https://${host}/${paths[kind]}/${code}`)).toEqual({ ok: true, kind, code });
      }),
      RUNS,
    );
  });

  it('ignores spaces behind the prefix of a code in an address, percent-encoded or not', () => {
    const paths = { room: 'stay/room', booking: 'stay', access: 'session' };
    const space = fc.constantFrom(' ', '%20', '  ');
    fc.assert(
      fc.property(anyCode, space, fc.integer({ min: 3, max: 8 }), ({ kind, code }, gap, at) => {
        const spaced = code.slice(0, at) + gap + code.slice(at);
        expect(parseCode(`https://stays.example/${paths[kind]}/${spaced}`)).toEqual({ ok: true, kind, code });
      }),
      RUNS,
    );
  });

  it('names a look-alike in place of any character', () => {
    fc.assert(
      fc.property(
        anyCode,
        fc.constantFrom('0', 'O', '1', 'I'),
        fc.nat(5),
        ({ kind, characters }, wrong, at) => {
          const code = formatCode(kind, characters.slice(0, at) + wrong + characters.slice(at + 1));
          expect(parseCode(code)).toEqual({ ok: false, reason: 'never_contains', character: wrong });
        },
      ),
      RUNS,
    );
  });
});

describe('parseCode, for every text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'RMBKrm2345L01- –/{"%:stayroom_code'), maxLength: 40 }),
    fc.json(),
    fc.webUrl(),
  );

  it('gives a valid code or a reason, and never throws', () => {
    fc.assert(
      fc.property(text, fc.option(fc.constantFrom(...CODE_KINDS), { nil: undefined }), (input, kind) => {
        const parsed = parseCode(input, kind && { expect: kind });
        if (!parsed.ok) return parsed.reason.length > 0;
        return isCode(parsed.kind, parsed.code) && (!kind || kind === parsed.kind);
      }),
      { numRuns: 5000 },
    );
  });

  it('gives the same result for the code it has read', () => {
    fc.assert(
      fc.property(text, (input) => {
        const parsed = parseCode(input);
        if (parsed.ok) expect(parseCode(parsed.code)).toEqual(parsed);
      }),
      { numRuns: 5000 },
    );
  });
});
