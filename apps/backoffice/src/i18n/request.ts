import { chooseLocale, localeCookieName } from '@gudbro/domain';
import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { formats } from './formats.ts';
import { locales } from './locales.ts';
import { messagesOf } from './messages.ts';

export default getRequestConfig(async () => {
  const [cookieStore, headerStore] = await Promise.all([cookies(), headers()]);
  const preferences = {
    chosen: cookieStore.get(localeCookieName)?.value,
    accepted: headerStore.get('accept-language'),
  };
  const locale = chooseLocale(preferences, locales);
  return { locale, messages: messagesOf[locale], formats, timeZone: 'UTC' };
});
