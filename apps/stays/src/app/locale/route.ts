import { isLocale } from '@gudbro/domain';
import { readLocalPath } from '@/codes/read-local-path';
import { locales } from '@/i18n/locales';
import { formatLocaleCookie } from '@/server/locale-cookie';

/**
 * The target of the language form. It is a GET without an origin check: our pages send no referrer, so browsers send no
 * origin with a form, and the worst that another site can do is to change the language.
 */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const locale = searchParams.get('locale');
  const headers = new Headers({
    location: readLocalPath(searchParams.get('path')),
    'cache-control': 'no-store',
  });
  if (isLocale(locale, locales)) {
    headers.set('set-cookie', formatLocaleCookie(locale));
  }
  return new Response(null, { status: 303, headers });
}
