import type { Judged } from './json-shapes.ts';

const good = (what: string, value: unknown): Judged => ({ what, value, good: true });
const bad = (what: string, value: unknown): Judged => ({ what, value, good: false });

const named = (names: string[], value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
const languages = (count: number) =>
  Array.from({ length: count }, (_, index) => `a${String.fromCharCode(97 + index)}`);

/** Translations that SQL and zod must judge alike. */
export const translationsValues: Judged[] = [
  bad('null', null),
  bad('a text', 'vi'),
  bad('a number', 7),
  bad('a list', []),
  good('no language', {}),
  good('a language without texts', { vi: {} }),
  good('one text', { vi: { name: 'Bữa sáng' } }),
  good('a region', { 'pt-BR': { name: 'Café da manhã' } }),
  good('a script', { 'zh-Hant': { name: '早餐' } }),
  good('an empty text', { vi: { name: '' } }),
  good('a list of texts', { vi: { houseRules: ['Một', 'Hai'] } }),
  good('an empty list', { vi: { houseRules: [] } }),
  good('a text nobody reads', { vi: { colour: 'đỏ' } }),
  bad('a language in capitals', { VI: { name: 'x' } }),
  bad('a language by its name', { vietnamese: { name: 'x' } }),
  bad('a language with a line after it', { 'vi\n': { name: 'x' } }),
  bad('a language without its name', { '': { name: 'x' } }),
  bad('a language that is null', { vi: null }),
  bad('a language that is a text', { vi: 'x' }),
  bad('a language that is a list', { vi: [] }),
  bad('a text that is null', { vi: { name: null } }),
  bad('a text that is a number', { vi: { name: 7 } }),
  bad('a text that is an object', { vi: { name: { first: 'x' } } }),
  bad('a list with null in it', { vi: { houseRules: ['x', null] } }),
  bad('a list with a number in it', { vi: { houseRules: [7] } }),
  bad('a list with a list in it', { vi: { houseRules: [['x']] } }),
  bad('a list with an object in it', { vi: { houseRules: [{}] } }),
  good('a text of 2000', { vi: { description: '🏖'.repeat(2000) } }),
  bad('a text of 2001', { vi: { description: 'x'.repeat(2001) } }),
  good('a listed text of 1000', { vi: { houseRules: ['🏖'.repeat(1000)] } }),
  bad('a listed text of 1001', { vi: { houseRules: ['x'.repeat(1001)] } }),
  good('a list of 200', { vi: { houseRules: Array(200).fill('x') } }),
  bad('a list of 201', { vi: { houseRules: Array(201).fill('x') } }),
  good('twenty languages', named(languages(20), { name: 'x' })),
  bad('twenty-one languages', named(languages(21), { name: 'x' })),
  good('twenty texts', { vi: named(languages(20), 'x') }),
  bad('twenty-one texts', { vi: named(languages(21), 'x') }),
];
