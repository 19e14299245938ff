import de from '../../messages/actions/de.json' with { type: 'json' };
import en from '../../messages/actions/en.json' with { type: 'json' };
import es from '../../messages/actions/es.json' with { type: 'json' };
import fr from '../../messages/actions/fr.json' with { type: 'json' };
import it from '../../messages/actions/it.json' with { type: 'json' };
import ja from '../../messages/actions/ja.json' with { type: 'json' };
import vi from '../../messages/actions/vi.json' with { type: 'json' };
import zh from '../../messages/actions/zh.json' with { type: 'json' };
import type { StaysLocale } from './locales.ts';
import { asTyped } from './translated.ts';

/** The messages of the sheets. On the first tap, one language of them is loaded: see load-action-messages.ts. */
export type ActionMessages = typeof en;

/** All languages, for types and tests. Never to be imported by client code. */
export const actionMessagesOf = asTyped<Record<StaysLocale, ActionMessages>>({
  en,
  vi,
  it,
  es,
  fr,
  de,
  ja,
  zh,
});
