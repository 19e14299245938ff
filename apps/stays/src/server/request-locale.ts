import type { PageRequest } from '@gudbro/api-kit';
import { chooseLocale, localeCookieName } from '@gudbro/domain';
import { locales, type StaysLocale } from '@/i18n/locales';

/** The language a request is answered in: the guest's choice in the web app, else Accept-Language. */
export function readRequestLocale(request: PageRequest): StaysLocale {
  const cookies = request.headers.get('cookie') ?? '';
  const chosen = new RegExp(`(?:^|;\\s*)${localeCookieName}=([a-zA-Z-]+)`).exec(cookies)?.[1];
  return chooseLocale({ chosen, accepted: request.headers.get('accept-language') }, locales);
}
