import { expect, test } from 'vitest';
import { z } from 'zod';
import { countMissing, readTranslated, translatedTexts } from './translated-texts.ts';

const texts = translatedTexts({ name: { max: 10 }, rules: { max: 100, isList: true } });
const current = { vi: { name: 'Phở', other: 'x' }, 'pt-BR': { name: 'Sopa' } };

test('a form adds, changes and removes texts, and leaves those that it does not have', () => {
  const merged = texts.merge({ 'vi.name': '', 'de.name': 'Suppe', 'de.rules': ' eins \n\nzwei' }, current);
  expect(merged).toEqual({
    vi: { other: 'x' },
    de: { name: 'Suppe', rules: ['eins', 'zwei'] },
    'pt-BR': { name: 'Sopa' },
  });
  expect(current.vi.name).toBe('Phở');
  expect(texts.merge({ 'de.name': '', 'de.rules': '' }, merged)).not.toHaveProperty('de');
});

test('the fields are those of all languages, and a text that is too long is refused', () => {
  const schema = z.strictObject(texts.shape);
  expect(schema.safeParse({ 'zh.name': '一'.repeat(10) }).success).toBe(true);
  expect(schema.safeParse({ 'zh.name': '一'.repeat(11) }).error?.issues[0]?.message).toBe('too_long');
  expect(schema.safeParse({ 'xx.name': 'a' }).success).toBe(false);
});

test('the values of the fields are the texts, a list one entry a line', () => {
  expect(readTranslated({ vi: { name: 'Phở', rules: ['một', 'hai'] } })).toEqual({
    'vi.name': 'Phở',
    'vi.rules': 'một\nhai',
  });
  expect(readTranslated(null)).toEqual({});
});

test('counts the languages that lack a text', () => {
  const own = { name: 'Soup', description: '' };
  expect(countMissing(own, {}, 'en')).toBe(7);
  expect(countMissing(own, { vi: { name: 'Phở' }, en: { name: 'x' } }, 'en-GB')).toBe(6);
});
