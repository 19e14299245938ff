import type { BackofficeLocale } from '@/i18n/locales';
import { messagesOf } from '@/i18n/messages';

/** A text of the guide in pieces: what is a name on a screen, and what is not. */
export type TextPiece = { text: string; isName: boolean };

/** Replaces `{Rooms.add}` by the text of that message. Throws for a message that does not exist or has placeholders or tags. */
export function resolveNames(text: string, locale: BackofficeLocale): TextPiece[] {
  return text.split(/(\{\w+\.\w+\})/).flatMap((piece, index): TextPiece[] => {
    if (index % 2 === 0) {
      return piece === '' ? [] : [{ text: piece, isName: false }];
    }
    return [{ text: findMessage(piece.slice(1, -1), locale), isName: true }];
  });
}

function findMessage(key: string, locale: BackofficeLocale): string {
  const [namespace = '', name = ''] = key.split('.');
  const messages: Record<string, Record<string, string>> = messagesOf[locale];
  const text = messages[namespace]?.[name];
  if (text === undefined || /[{<]/.test(text)) {
    throw new TypeError(`The guide names the message ${key}, which is not the name of anything.`);
  }
  return text;
}
