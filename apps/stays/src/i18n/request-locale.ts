import type { PageRequest } from '@gudbro/api-kit';
import { chooseLocale, isLocale, localeCookieName } from '@gudbro/domain';
import { parseCookie } from 'cookie';
import { locales, type StaysLocale } from './locales';

/** The language of the response: the guest's choice from the cookie, otherwise by Accept-Language. */
export function readRequestLocale(request: PageRequest): StaysLocale {
  const chosen = parseCookie(request.headers.get('cookie') ?? '')[localeCookieName];
  return chooseLocale({ chosen, accepted: request.headers.get('accept-language') }, locales);
}

/**
 * The language in the address of a property's page (`/sunset-hotel?lang=vi`), null where there is none. Search engines list one
 * address for each language; no other page has one.
 */
export function readAddressLocale(address: string | undefined): StaysLocale | null {
  const [, query = ''] = /^\/[a-z0-9-]+\?(.*)$/.exec(address ?? '') ?? [];
  const locale = new URLSearchParams(query).get('lang');
  return isLocale(locale, locales) ? locale : null;
}
