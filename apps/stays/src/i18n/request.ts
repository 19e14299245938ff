import { currentRequest } from '@gudbro/api-kit';
import { headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { messagesOf } from './messages.ts';
import { readAddressLocale, readRequestLocale } from './request-locale.ts';

export default getRequestConfig(async () => {
  // Before the rest: while Next builds, this ends the rendering, and there is no request yet.
  const request = { headers: await headers() };
  const locale = readAddressLocale(currentRequest().address) ?? readRequestLocale(request);
  // Pages show times of day as the database has them, in the property's time zone. UTC prevents any conversion.
  return { locale, messages: messagesOf[locale], timeZone: 'UTC' };
});
