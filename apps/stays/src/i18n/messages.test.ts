import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { describe, expect, test } from 'vitest';
import { actionMessagesOf } from './action-messages.ts';
import { type Entry, listMessages } from './list-messages.ts';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

/** The arguments and tags of a message, sorted. */
function listPlaceholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+(?=\s*[,}])|<\w+>/g))].sort();
}

const root = path.join(import.meta.dirname, '..');
const sources = globSync('{app,features,shell,client,server}/**/*.{ts,tsx}', { cwd: root })
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(path.join(root, file), 'utf8'));

/** Whether a file with its namespace has its name or, as in t(`why.${method}`), a prefix completed at run time. */
function isUsed(key: string): boolean {
  const [namespace = '', ...rest] = key.split('.');
  const name = rest.join('.');
  const hasName = (source: string) =>
    source.includes(`'${name}'`) || listPrefixes(source).some((start) => name.startsWith(start));
  return sources.some((source) => source.includes(`'${namespace}'`) && hasName(source));
}

function listPrefixes(source: string): string[] {
  return [...source.matchAll(/`([\w.]+)\$\{/g)].map(([, start = '']) => start);
}

describe.each([
  ['page', messagesOf],
  ['sheet', actionMessagesOf],
] as const)('%s messages', (where, catalogue) => {
  const english = listMessages(catalogue.en);

  test.each(locales)(`the ${where} messages of %s have the same keys as English`, (locale) => {
    expect(
      listMessages(catalogue[locale])
        .map(([key]) => key)
        .sort(),
    ).toEqual(english.map(([key]) => key).sort());
  });

  test.each(locales)(`each ${where} message of %s has the same placeholders as in English`, (locale) => {
    const placeholders = (entries: Entry[]) =>
      Object.fromEntries(entries.map(([key, text]) => [key, listPlaceholders(text)]));
    expect(placeholders(listMessages(catalogue[locale]))).toEqual(placeholders(english));
  });

  test.each(locales)(`every ${where} message of %s can be formatted`, (locale) => {
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

  test(`every ${where} message is used in the source`, () => {
    expect(english.map(([key]) => key).filter((key) => !isUsed(key))).toEqual([]);
  });
});
