import en from '../../messages/en.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };
import type { BackofficeLocale } from './locales.ts';

/** English is the shape: a language that lacks a message does not compile. */
export type Messages = typeof en;

export const messagesOf: Record<BackofficeLocale, Messages> = { en, vi };
