import en from '../../messages/en.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };
import type { Locale } from './locales.ts';

/** English is the shape: a language that lacks a message does not compile. */
export type Messages = typeof en;

export const messagesOf: Record<Locale, Messages> = { en, vi };
