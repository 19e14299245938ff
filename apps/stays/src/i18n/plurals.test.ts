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

/** The plural categories of numbers below 1000. Some languages have one more, for millions, which is not needed. */
function listCategories(locale: string): string[] {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 1000 }, (_, count) => rules.select(count)))].sort();
}

describe.each(locales)('plurals of %s', (locale) => {
  const plurals = listAllMessages(locale).flatMap(([key, text]) =>
    listPluralSelectors(text).map((selectors) => ({ key, selectors })),
  );

  test(`${locale} has plural messages to check`, () => {
    expect(plurals.length).toBeGreaterThan(9);
  });

  test(`each plural of ${locale} has exactly the categories of the language`, () => {
    const categories = plurals.map(({ key, selectors }) => ({
      key,
      selectors: selectors.filter((selector) => !selector.startsWith('=')).sort(),
    }));
    expect(categories).toEqual(plurals.map(({ key }) => ({ key, selectors: listCategories(locale) })));
  });
});
