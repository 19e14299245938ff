import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { actionMessagesOf } from './action-messages.ts';
import { type Entry, listMessages } from './list-messages.ts';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

/** Arguments and tags, without regard to their order. */
function listPlaceholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+(?=\s*[,}])|<\w+>/g))].sort();
}

const root = path.join(import.meta.dirname, '..');
const sources = globSync('{app,features}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'));

/** Whether a file of its namespace asks for it: by its name, or by the beginning it is chosen from, as in t(`why.${method}`). */
function isUsed(key: string): boolean {
  const [namespace = '', ...rest] = key.split('.');
  const name = rest.join('.');
  const isAsked = (source: string) =>
    source.includes(`'${name}'`) || listBeginnings(source).some((start) => name.startsWith(start));
  return sources.some((source) => source.includes(`'${namespace}'`) && isAsked(source));
}

function listBeginnings(source: string): string[] {
  return [...source.matchAll(/`([\w.]+)\$\{/g)].map(([, start = '']) => start);
}

describe.each([
  ['pages', messagesOf],
  ['sheets', actionMessagesOf],
] as const)('the words of the %s', (_where, catalogue) => {
  const english = listMessages(catalogue.en);

  test.each(locales)('%s has every message, and none that English lacks', (locale) => {
    expect(
      listMessages(catalogue[locale])
        .map(([key]) => key)
        .sort(),
    ).toEqual(english.map(([key]) => key).sort());
  });

  test.each(locales)('%s has the same placeholders as English in each message', (locale) => {
    const placeholders = (entries: Entry[]) =>
      Object.fromEntries(entries.map(([key, text]) => [key, listPlaceholders(text)]));
    expect(placeholders(listMessages(catalogue[locale]))).toEqual(placeholders(english));
  });

  test.each(locales)('every message of %s can be formatted', (locale) => {
    const format = createTranslator({
      locale,
      messages: catalogue[locale] as typeof messagesOf.en & typeof actionMessagesOf.en, // one of the two, by loop
      onError: (error) => {
        throw error;
      },
    });
    for (const [key, text] of listMessages(catalogue[locale])) {
      const placeholders = listPlaceholders(text);
      const values = placeholders.map((name) => [name.slice(1), 2]);
      const tags = placeholders
        .filter((name) => name.startsWith('<'))
        .map((tag) => [tag.slice(1, -1), String]);
      // Keys are literal types, and these come from a loop.
      expect(format.markup(key as never, Object.fromEntries([...values, ...tags]))).not.toBe('');
    }
  });

  test('every message is used somewhere', () => {
    expect(english.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
  });
});
