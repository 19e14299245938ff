import type { ShapeCase } from './json-shapes.ts';

const valid = (what: string, value: unknown): ShapeCase => ({ what, value, isValid: true });
const invalid = (what: string, value: unknown): ShapeCase => ({ what, value, isValid: false });

const named = (names: string[], value: unknown) => Object.fromEntries(names.map((name) => [name, value]));
const languages = (count: number) =>
  Array.from({ length: count }, (_, index) => `a${String.fromCharCode(97 + index)}`);

/** Translations that SQL and zod must both accept or both refuse. */
export const translationsValues: ShapeCase[] = [
  invalid('null', null),
  invalid('a text', 'vi'),
  invalid('a number', 7),
  invalid('a list', []),
  valid('no language', {}),
  valid('a language without texts', { vi: {} }),
  valid('one text', { vi: { name: 'Bữa sáng' } }),
  valid('a region', { 'pt-BR': { name: 'Café da manhã' } }),
  valid('a script', { 'zh-Hant': { name: '早餐' } }),
  valid('an empty text', { vi: { name: '' } }),
  valid('a list of texts', { vi: { houseRules: ['Một', 'Hai'] } }),
  valid('an empty list', { vi: { houseRules: [] } }),
  valid('a text under an unknown key', { vi: { colour: 'đỏ' } }),
  invalid('a language in capitals', { VI: { name: 'x' } }),
  invalid('the name of a language', { vietnamese: { name: 'x' } }),
  invalid('a language with a line break', { 'vi\n': { name: 'x' } }),
  invalid('an empty language', { '': { name: 'x' } }),
  invalid('a language that is null', { vi: null }),
  invalid('a language that is a text', { vi: 'x' }),
  invalid('a language that is a list', { vi: [] }),
  invalid('a text that is null', { vi: { name: null } }),
  invalid('a text that is a number', { vi: { name: 7 } }),
  invalid('a text that is an object', { vi: { name: { first: 'x' } } }),
  invalid('a list with null in it', { vi: { houseRules: ['x', null] } }),
  invalid('a list with a number in it', { vi: { houseRules: [7] } }),
  invalid('a list with a list in it', { vi: { houseRules: [['x']] } }),
  invalid('a list with an object in it', { vi: { houseRules: [{}] } }),
  valid('a text of 2000', { vi: { description: '🏖'.repeat(2000) } }),
  invalid('a text of 2001', { vi: { description: 'x'.repeat(2001) } }),
  valid('a listed text of 1000', { vi: { houseRules: ['🏖'.repeat(1000)] } }),
  invalid('a listed text of 1001', { vi: { houseRules: ['x'.repeat(1001)] } }),
  valid('a list of 200', { vi: { houseRules: Array(200).fill('x') } }),
  invalid('a list of 201', { vi: { houseRules: Array(201).fill('x') } }),
  valid('twenty languages', named(languages(20), { name: 'x' })),
  invalid('twenty-one languages', named(languages(21), { name: 'x' })),
  valid('twenty texts', { vi: named(languages(20), 'x') }),
  invalid('twenty-one texts', { vi: named(languages(21), 'x') }),
];
