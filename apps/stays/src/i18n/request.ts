import { chooseLocale, localeCookieName } from '@gudbro/domain';
import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const wishes = {
    chosen: cookieStore.get(localeCookieName)?.value,
    accepted: headerStore.get('accept-language'),
  };
  const locale = chooseLocale(wishes, locales);
  // Times of day come as the house's own; nothing is converted, and the server's zone must never show.
  return { locale, messages: messagesOf[locale], timeZone: 'UTC' };
});
