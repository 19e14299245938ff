import type { ActionMessages } from './action-messages.ts';
import type { StaysLocale } from './locales.ts';
import type { Messages } from './messages.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: StaysLocale;
    // Server components get the first, sheets the second. Both have the types of the English texts: see translated.ts.
    Messages: Messages & ActionMessages;
  }
}
