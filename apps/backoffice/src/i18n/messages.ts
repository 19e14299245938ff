import en from '../../messages/en.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };
import type { BackofficeLocale } from './locales.ts';

/** The type of all messages is that of the English ones, so a language that lacks one does not compile. */
export type Messages = typeof en;

export const messagesOf: Record<BackofficeLocale, Messages> = { en, vi };
