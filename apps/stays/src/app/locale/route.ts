import { isLocale, localeCookieName } from '@gudbro/domain';
import { readLocalPath } from '@/features/language/read-local-path';
import { locales } from '@/i18n/locales';
import { formatCookie } from '@/server/format-cookie';

const oneYearSeconds = 365 * 24 * 60 * 60;

/**
 * The language form's target. A GET, because there is nothing to protect: pages send no referrer, browsers therefore
 * no origin with a form, and the worst a foreign page can do is to change the language.
 */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get('locale');
  const headers = new Headers({
    location: readLocalPath(searchParams.get('path')),
    'cache-control': 'no-store',
  });
  if (isLocale(locale, locales)) {
    // It says nothing of a person, so any line may carry it.
    const cookie = { name: localeCookieName, value: locale, maxAgeSeconds: oneYearSeconds, isSecure: false };
    headers.set('set-cookie', formatCookie(cookie));
  }
  return new Response(null, { status: 303, headers });
}
