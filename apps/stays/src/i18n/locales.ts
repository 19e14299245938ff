import type { Locale } from '@gudbro/domain';

/** The languages of the guest app. The first is used when none of the guest's languages is here. */
export const locales = ['en', 'vi', 'it', 'es', 'fr', 'de', 'ja', 'zh'] as const satisfies readonly Locale[];

export type StaysLocale = (typeof locales)[number];
