import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

const english = listMessages(messagesOf.en);

/** `Room.floor` and its text, for every message of a language. */
function listMessages(messages: object): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${namespace}.${key}`, String(text)]),
  );
}

/** Arguments and tags, without regard to their order. */
function listPlaceholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+(?=\s*[,}])|<\w+>/g))].sort();
}

test.each(locales)('%s has every message, and none that English lacks', (locale) => {
  expect(listMessages(messagesOf[locale]).map(([key]) => key)).toEqual(english.map(([key]) => key));
});

test.each(locales)('%s has the same placeholders as English in each message', (locale) => {
  const placeholders = (entries: [string, string][]) =>
    Object.fromEntries(entries.map(([key, text]) => [key, listPlaceholders(text)]));
  expect(placeholders(listMessages(messagesOf[locale]))).toEqual(placeholders(english));
});

test.each(locales)('every message of %s can be formatted', (locale) => {
  const format = createTranslator({
    locale,
    messages: messagesOf[locale],
    onError: (error) => {
      throw error;
    },
  });
  for (const [key, text] of listMessages(messagesOf[locale])) {
    const placeholders = listPlaceholders(text);
    const values = placeholders.map((name) => [name.slice(1), 2]);
    const tags = placeholders.filter((name) => name.startsWith('<')).map((tag) => [tag.slice(1, -1), String]);
    // Keys are literal types, and these come from a loop.
    expect(format.markup(key as never, Object.fromEntries([...values, ...tags]))).not.toBe('');
  }
});

test('every message is used somewhere', () => {
  const root = path.join(import.meta.dirname, '..');
  const sources = globSync('{app,features,shell}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  const unused = english
    .map(([key]) => key)
    .filter((key) => {
      const [namespace, name] = key.split('.');
      // `type_hotel` is asked for as `type_${property.type}`.
      const group = `\`${name?.replace(/_.*/, '_')}\${`;
      return !sources.some(
        (source) =>
          source.includes(`'${namespace}'`) && (source.includes(`'${name}'`) || source.includes(group)),
      );
    });
  expect(unused).toEqual([]);
});
