import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { readRequestLocale } from '../server/request-locale.ts';
import { messagesOf } from './messages.ts';

export default getRequestConfig(async () => {
  const locale = readRequestLocale({ headers: await headers() });
  // Times of day come as the house's own; nothing is converted, and the server's zone must never show.
  return { locale, messages: messagesOf[locale], timeZone: 'UTC' };
});
