import type { Locale } from '@gudbro/domain';

/** The languages owners and their desk are offered. The first is spoken where nothing fits. */
export const locales = ['en', 'vi'] as const satisfies readonly Locale[];

export type BackofficeLocale = (typeof locales)[number];
