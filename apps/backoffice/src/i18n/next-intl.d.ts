import type { formats } from './formats.ts';
import type { BackofficeLocale } from './locales.ts';
import type { Messages } from './messages.ts';

declare module 'next-intl' {
  interface AppConfig {
    Locale: BackofficeLocale;
    Messages: Messages;
    Formats: typeof formats;
  }
}
