import { localeCookieName } from '@gudbro/domain';
import type { StaysLocale } from '@/i18n/locales';
import { formatCookie } from './format-cookie';

const oneYearSeconds = 365 * 24 * 60 * 60;

/** The cookie with the language that a guest chose. It holds nothing personal, so it may be sent without https. */
export function formatLocaleCookie(locale: StaysLocale): string {
  return formatCookie({
    name: localeCookieName,
    value: locale,
    maxAgeSeconds: oneYearSeconds,
    isSecure: false,
  });
}
