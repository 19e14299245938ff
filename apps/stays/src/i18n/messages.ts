import de from '../../messages/de.json' with { type: 'json' };
import en from '../../messages/en.json' with { type: 'json' };
import es from '../../messages/es.json' with { type: 'json' };
import fr from '../../messages/fr.json' with { type: 'json' };
import it from '../../messages/it.json' with { type: 'json' };
import ja from '../../messages/ja.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };
import zh from '../../messages/zh.json' with { type: 'json' };
import type { StaysLocale } from './locales.ts';
import { asTyped } from './translated.ts';

/** English defines the keys, and its texts define the arguments: a missing argument does not compile. */
export type Messages = typeof en;

export const messagesOf = asTyped<Record<StaysLocale, Messages>>({ en, vi, it, es, fr, de, ja, zh });
