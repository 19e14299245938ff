import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createTranslator } from 'next-intl';
import { expect, test } from 'vitest';
import { type Messages, messagesOf } from './messages.ts';

const folder = path.join(import.meta.dirname, '../../messages');

/** TypeScript widens the texts of a JSON file to `string`. A declaration file beside it has their literal types. */
function declare(json: string): string {
  return [
    '// Generated from en.json, whose texts are its types: a message that lacks an argument does not compile.',
    '// `vitest run src/i18n -u` writes it anew.',
    `declare const messages: ${json.trim()};`,
    'export default messages;',
    '',
  ].join('\n');
}

test.each(['en', 'actions/en'])('%s.d.json.ts has the same texts as the messages', async (name) => {
  const json = readFileSync(path.join(folder, `${name}.json`), 'utf8');
  await expect(declare(json)).toMatchFileSnapshot(path.join(folder, `${name}.d.json.ts`));
});

test('a message without its argument does not compile', () => {
  const errors: string[] = [];
  const t = createTranslator<Messages, 'Stay'>({
    locale: 'en',
    messages: messagesOf.en,
    namespace: 'Stay',
    onError: ({ message }) => errors.push(message),
  });
  // @ts-expect-error: the number of nights is missing.
  t('nights');
  // @ts-expect-error: a plural needs a number.
  t('nights', { nights: 'two' });
  expect(errors).toHaveLength(1);
});
