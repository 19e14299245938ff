import type { Locale } from '@gudbro/domain';

/** The languages guests are offered. The first is spoken where nothing fits. */
export const locales = ['en', 'vi', 'it', 'es', 'fr', 'de', 'ja', 'zh'] as const satisfies readonly Locale[];

export type StaysLocale = (typeof locales)[number];
