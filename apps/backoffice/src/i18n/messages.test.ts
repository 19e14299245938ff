import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isErrorCode } from '@gudbro/api-kit';
import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

const english = listMessages(messagesOf.en);

/** The key, such as `Room.floor`, and the text of every message of a language. */
function listMessages(messages: object): [key: string, text: string][] {
  return Object.entries(messages).flatMap(([namespace, texts]) =>
    Object.entries(texts).map(([key, text]): [string, string] => [`${namespace}.${key}`, String(text)]),
  );
}

/** The arguments and tags of a message, sorted. */
function listPlaceholders(text: string): string[] {
  return [...new Set(text.match(/\{\w+(?=\s*[,}])|<\w+>/g))].sort();
}

test.each(locales)('the language %s has exactly the messages that English has', (locale) => {
  expect(listMessages(messagesOf[locale]).map(([key]) => key)).toEqual(english.map(([key]) => key));
});

test.each(locales)('each message of %s has the same placeholders as in English', (locale) => {
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
    // The type of a key is a union of literals, and these are any strings.
    expect(format.markup(key as never, Object.fromEntries([...values, ...tags]))).not.toBe('');
  }
});

test.each(locales)(
  'each namespace of %s stands in one file, since of two the second would count',
  (locale) => {
    const folder = path.join(import.meta.dirname, '../../messages', locale);
    const namespaces = globSync('*.json', { cwd: folder }).flatMap((file) =>
      Object.keys(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
    );
    expect(namespaces.toSorted()).toEqual([...new Set(namespaces)].toSorted());
  },
);

test('the app uses every message', () => {
  const root = path.join(import.meta.dirname, '..');
  const sources = globSync('{app,features,shell}/**/*.{ts,tsx}', { cwd: root })
    .filter((file) => !file.includes('.test.'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'));
  const unused = english
    .map(([key]) => key)
    .filter((key) => !isNamedByItsKey(key, sources))
    .filter((key) => {
      const [namespace, name] = key.split('.');
      const group = groupOf(name);
      return !sources.some(
        (source) =>
          source.includes(`'${namespace}'`) && (source.includes(`'${name}'`) || source.includes(group)),
      );
    });
  expect(unused).toEqual([]);
});

/** `type_hotel` is used as `type_${property.type}`. */
function groupOf(name = ''): string {
  return `\`${name.replace(/_.*/, '_')}\${`;
}

const payloads = readFileSync(
  path.join(import.meta.dirname, '../../../../packages/api-kit/src/errors/error-payloads.ts'),
  'utf8',
);

/** Some texts are found by a key that comes from elsewhere: an action, a schema, an error, the list of screens. */
function isNamedByItsKey(key: string, sources: readonly string[]): boolean {
  const [namespace, name = ''] = key.split('.');
  switch (namespace) {
    case 'Done':
      return sources.some((source) => source.includes(`'${name}'`) || source.includes(groupOf(name)));
    case 'Commands':
    case 'Screens':
      return sources.some((source) => source.includes(`'${name}'`));
    case 'FieldErrors':
      return payloads.includes(`'${name}'`) || sources.some((source) => source.includes(`'${name}'`));
    case 'FormErrors':
      return isErrorCode(name) || payloads.includes(`'${name}'`);
    default:
      return false;
  }
}
