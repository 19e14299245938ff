import type { Locale } from '@gudbro/domain';
import en from '../../messages/en.json' with { type: 'json' };
import vi from '../../messages/vi.json' with { type: 'json' };

/** English is the shape: a language that lacks a message does not compile. */
export type Messages = typeof en;

export const messagesOf: Record<Locale, Messages> = { en, vi };
