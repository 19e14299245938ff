import type { PageRequest } from '@gudbro/api-kit';
import { chooseLocale, localeCookieName } from '@gudbro/domain';
import { locales, type StaysLocale } from '@/i18n/locales';

/** The language of the response: the guest's choice from the cookie, otherwise by Accept-Language. */
export function readRequestLocale(request: PageRequest): StaysLocale {
  const cookies = request.headers.get('cookie') ?? '';
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookieName}=([a-zA-Z-]+)`).exec(cookies)?.[1];
  return chooseLocale({ chosen, accepted: request.headers.get('accept-language') }, locales);
}
