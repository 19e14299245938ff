import de from '../../messages/de.json' with { type: 'json' };
import en from '../../messages/en.json' with { type: 'json' };
import es from '../../messages/es.json' with { type: 'json' };
import fr from '../../messages/fr.json' with { type: 'json' };
import it from '../../messages/it.json' with { type: 'json' };
import ja from '../../messages/ja.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };
import zh from '../../messages/zh.json' with { type: 'json' };

/** The texts of mails to guests, in one language. */
export type GuestWords = typeof en;

export const guestWords: Readonly<Record<string, GuestWords>> = { de, en, es, fr, it, ja, vi, zh };

/** The texts in this language, else in English: a place may have a language that the guest app does not. */
export function chooseWords(locale: string): { locale: string; words: GuestWords } {
  const language = locale.split('-', 1)[0] ?? '';
  const words = Object.hasOwn(guestWords, language) ? guestWords[language] : undefined;
  return words === undefined ? { locale: 'en', words: en } : { locale: language, words };
}
