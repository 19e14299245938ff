import type { Locale } from '@gudbro/domain';

/** The languages of this app. The first one is used where the browser accepts none of them. */
export const locales = ['en', 'vi'] as const satisfies readonly Locale[];

export type BackofficeLocale = (typeof locales)[number];
