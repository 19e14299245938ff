import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onNativePostgres } from './support/on-each-engine.ts';

/** Whether what was typed counts as the last name of a guest with this full name. */
type Case = { name: string; lastName: string; typed: string };

const aoife = ['Aoife Máire O’Brien', 'O’Brien'] as const;
const ana = ['Ana García López', 'García López'] as const;
const an = ['Nguyễn Văn An', 'Nguyễn'] as const;
const pieter = ['Pieter Jan van der Berg', 'van der Berg'] as const;

const accepted: [name: string, lastName: string, typed: string[]][] = [
  [...aoife, ["Aoife O'Brien", 'obrien aoife', 'Aoife O Brien', 'Máire O’Brien', 'O’BRIEN, Aoife Maire']],
  [...ana, ['García López Ana', 'Ana García López', 'López García', 'garcia ana lopez', 'García-López, Ana']],
  [...an, ['Nguyễn Văn An', 'An Nguyen', 'NGUYEN AN', 'Văn An Nguyễn', 'Nguyễn']],
  [...pieter, ['Pieter van der Berg', 'Van Der Berg Pieter', 'Berg, Pieter van der', 'Pieter VanDerBerg']],
  ['Jean-Luc Picard', 'Picard', ['Jean-Luc Picard', 'Jeanluc Picard', 'Picard Jean Luc', 'Luc Picard']],
  ['山田太郎', '山田', ['山田太郎', '山田 太郎', '太郎山田', '山田']],
  ['김민수', '김', ['김민수', '김 민수', '민수 김', '김민수'.normalize('NFD')]],
  ['ジョン・スミス', 'スミス', ['ジョン・スミス', 'スミス　ジョン', 'ｽﾐｽ']],
  ['Sarah', 'Johnson', ['Sarah Johnson', 'Johnson Sarah']],
  ['Aoife O Brien', 'O’Brien', ['Aoife O Brien', 'Aoife O’Brien', 'O Brien']],
  ['Juan Carlos Juan', 'Juan', ['Juan', 'Carlos Juan', 'Juan Carlos Juan']],
  ['Sarah Johnson-Smith', 'Johnson-Smith', ['Sarah Johnson Smith', 'Smith Johnson']],
  ['Madonna', 'Madonna', ['Madonna']],
];

const refused: [name: string, lastName: string, typed: string[]][] = [
  [...aoife, ['Aoife', 'Máire', 'Aoife Máire', 'Brien', 'Aoife Brien', 'O’Brien O’Brien', 'Sean O’Brien']],
  [...ana, ['Ana', 'García', 'López', 'Ana García', 'García López López', '']],
  [...an, ['An', 'Văn', 'Văn An', 'Trần Văn An', ' , ']],
  [...pieter, ['Pieter', 'Jan', 'Berg', 'van der', 'Pieter Berg']],
  ['山田太郎', '山田', ['太郎', '山', '田']],
  ['김민수', '김', ['민수', '기']],
  ['Sarah', 'Johnson', ['Sarah']],
  ['Anatoly', 'An', ['Anatoly']],
  ['Sarah Johnson', '-', ['Sarah', '', '-']],
];

const toCases = (rows: typeof accepted): Case[] =>
  rows.flatMap(([name, lastName, typed]) => typed.map((text) => ({ name, lastName, typed: text })));

/** Words with the letters that are hard to compare, none of which normalises to another. */
const given = ['Aoife', 'José', 'Zoë', 'Thị', 'Łucja', 'Ngọc', 'Māra'];
const family = ['O’Brien', 'Nguyễn', 'van', 'Straße', 'D’Angelo', 'Ødegård', 'Đặng'];
const somebodyElses = ['Smith', 'Kowalski', 'Rossi'];

const guests = fc.record({
  given: fc.uniqueArray(fc.constantFrom(...given), { minLength: 1, maxLength: 3 }),
  last: fc.uniqueArray(fc.constantFrom(...family), { minLength: 1, maxLength: 3 }),
  isFamilyNameFirst: fc.boolean(),
});
type Guest = typeof guests extends fc.Arbitrary<infer G> ? G : never;

/** The different ways in which one name may be typed. */
const spellings = [
  (word: string) => word,
  (word: string) => word.toUpperCase(),
  (word: string) => word.toLowerCase(),
  (word: string) => word.normalize('NFD'),
  (word: string) => word.replace('’', "'"),
];
const separators = [' ', '  ', ', ', '-', '\u00a0'];

const toCase = ({ given: first, last, isFamilyNameFirst }: Guest, typed: string): Case => ({
  name: (isFamilyNameFirst ? [...last, ...first] : [...first, ...last]).join(' '),
  lastName: last.join(' '),
  typed,
});

const spelled = (words: fc.Arbitrary<string[]>) =>
  fc
    .tuple(words, fc.constantFrom(...spellings), fc.constantFrom(...separators))
    .map(([list, spell, separator]) => list.map(spell).join(separator));

onNativePostgres('a name that a guest types', {}, (database) => {
  /** Asks the database about many cases in one call. */
  async function compare(cases: Case[]): Promise<boolean[]> {
    const rows = await database().sql<{ matches: boolean }>(
      `select private.is_name_of(c ->> 'typed', c ->> 'name', c ->> 'lastName') as matches
       from jsonb_array_elements($1::jsonb) with ordinality as e (c, place) order by place`,
      [cases],
    );
    return rows.map(({ matches }) => matches);
  }

  async function expectAll(cases: Case[], matches: boolean): Promise<void> {
    const results = await compare(cases);
    expect(cases.filter((_, index) => results[index] !== matches)).toEqual([]);
  }

  it('the last name counts alone, and with given names in any order and spelling', async () => {
    await expectAll(toCases(accepted), true);
  });

  it('a given name alone, a part of the last name or another name does not count', async () => {
    await expectAll(toCases(refused), false);
  });

  describe('for names drawn at random', () => {
    const sample = (arbitrary: fc.Arbitrary<Case>): Case[] => fc.sample(arbitrary, 500);

    it('the last name with any of the given names counts, in any order', async () => {
      const typed = guests.chain((guest) =>
        spelled(
          fc.subarray(guest.given).chain((some) =>
            fc.shuffledSubarray([...some, ...guest.last], {
              minLength: some.length + guest.last.length,
            }),
          ),
        ).map((text) => toCase(guest, text)),
      );
      await expectAll(sample(typed), true);
    });

    it('given names without the whole last name never count', async () => {
      const typed = guests.chain((guest) =>
        spelled(
          fc
            .tuple(fc.subarray(guest.given), fc.subarray(guest.last, { maxLength: guest.last.length - 1 }))
            .chain(([some, part]) =>
              fc.shuffledSubarray([...some, ...part], { minLength: some.length + part.length }),
            ),
        ).map((text) => toCase(guest, text)),
      );
      await expectAll(sample(typed), false);
    });

    it('a name with a word that is not the guest’s never counts', async () => {
      const typed = fc.tuple(guests, fc.constantFrom(...somebodyElses)).chain(([guest, other]) =>
        spelled(
          fc.shuffledSubarray([...guest.given, ...guest.last, other], {
            minLength: guest.given.length + guest.last.length + 1,
          }),
        ).map((text) => toCase(guest, text)),
      );
      await expectAll(sample(typed), false);
    });
  });
});
