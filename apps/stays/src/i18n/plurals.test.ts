import { describe, expect, test } from 'vitest';
import { listAllMessages } from './list-messages.ts';
import { locales } from './locales.ts';

/** The selectors of every plural in a text: ["=0", "one", "other"]. */
function listPluralSelectors(text: string): string[][] {
  return [...text.matchAll(/\{\w+, plural, /g)].map((start) => {
    const selectors: string[] = [];
    let depth = 0;
    let word = '';
    for (const character of text.slice(start.index + start[0].length)) {
      if (character === '{') {
        if (depth === 0) {
          selectors.push(word.trim());
        }
        depth += 1;
        word = '';
      } else if (character === '}') {
        depth -= 1;
        if (depth < 0) {
          break;
        }
        word = '';
      } else {
        word += character;
      }
    }
    return selectors;
  });
}

/** The categories the numbers of a stay fall into: some languages have one more, for millions. */
function listCategories(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))].sort();
}

describe.each(locales)('the plural messages of %s', (locale) => {
  const plurals = listAllMessages(locale).flatMap(([key, text]) =>
    listPluralSelectors(text).map((selectors) => ({ key, selectors })),
  );

  test('are found, so that the next test looks at some', () => {
    expect(plurals.length).toBeGreaterThan(9);
  });

  test('have the plural categories of the language, all of them and no other', () => {
    const categories = plurals.map(({ key, selectors }) => ({
      key,
      selectors: selectors.filter((selector) => !selector.startsWith('=')).sort(),
    }));
    expect(categories).toEqual(plurals.map(({ key }) => ({ key, selectors: listCategories(locale) })));
  });
});
