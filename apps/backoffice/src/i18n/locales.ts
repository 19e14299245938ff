import type { Locale } from '@gudbro/domain';

/** The languages of this app. The first is used where a browser wants none of them. */
export const locales = ['en', 'vi'] as const satisfies readonly Locale[];

export type BackofficeLocale = (typeof locales)[number];
