import { expect, it } from 'vitest';
import { chooseWords, guestWords } from './guest-words.ts';

/** The texts by their path, each with the names of the values that it takes. */
function listTexts(words: object, path = ''): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, string[]][] =>
      typeof value === 'string'
        ? [[`${path}${key}`, [...value.matchAll(/\{\w+\}/g)].map(([name]) => name).sort()]]
        : Object.entries(listTexts(value, `${path}${key}.`)),
    ),
  );
}

/** A text may name the place more often than in English. */
const withoutRepeats = (texts: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(texts).map(([path, names]) => [path, [...new Set(names)]]));

const english = withoutRepeats(listTexts(guestWords['en'] ?? {}));

it.each(Object.keys(guestWords))(
  'the mails in %s have every text with the same values as in English',
  (locale) => {
    expect(withoutRepeats(listTexts(guestWords[locale] ?? {}))).toEqual(english);
  },
);

it.each(Object.keys(guestWords))('no subject in %s has a value of the guest', (locale) => {
  const subjects = Object.entries(listTexts(guestWords[locale] ?? {})).filter(([path]) =>
    path.endsWith('.subject'),
  );
  expect(subjects).toHaveLength(7);
  for (const [, names] of subjects) expect(names).toEqual(['{place}']);
});

it.each([
  ['vi', 'vi'],
  ['zh-Hant', 'zh'],
  ['ko', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
])('of the language %s the texts are in %s', (asked, expected) => {
  expect(chooseWords(asked).locale).toBe(expected);
});
