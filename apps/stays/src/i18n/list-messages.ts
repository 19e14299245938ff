import { actionMessagesOf } from './action-messages.ts';
import type { StaysLocale } from './locales.ts';
import { messagesOf } from './messages.ts';

export type Entry = [key: string, text: string];

/** The key and text of every message of a catalogue. A nested key is joined by dots: `Verify.why.pin`. */
export function listMessages(messages: object, prefix = ''): Entry[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as Entry]
      : listMessages(value, `${prefix}${key}.`),
  );
}

/** All messages of a language, of the pages and of the sheets. */
export function listAllMessages(locale: StaysLocale): Entry[] {
  return [...listMessages(messagesOf[locale]), ...listMessages(actionMessagesOf[locale])];
}
