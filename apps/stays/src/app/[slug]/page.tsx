import { currentRequest, setPageResponse, statusOfError } from '@gudbro/api-kit';
import { cookies } from 'next/headers';
import { loadPropertyPage } from '@/features/property-page/load-property-page';
import { PropertyPage } from '@/features/property-page/property-page';
import { readDraft } from '@/features/property-page/request-draft';
import { readAddressLocale } from '@/i18n/request-locale';
import { formatLocaleCookie } from '@/server/locale-cookie';
import { ErrorPage } from '@/shell/errors/error-page';
import NotFound from '../not-found';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Who came by the address of a language reads the next pages in it too. */
function languageCookie(): { cookies?: string[] } {
  const locale = readAddressLocale(currentRequest().address);
  return locale === null ? {} : { cookies: [formatLocaleCookie(locale)] };
}

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { view, error } = await loadPropertyPage(slug, query);
  if (view === null) {
    setPageResponse({ route: '/[slug]', ...statusOfError(error) });
    return error.error === 'not_found' ? <NotFound /> : <ErrorPage error={error} path={`/${slug}`} />;
  }
  setPageResponse({
    route: '/[slug]',
    // The page itself, and not each search for nights.
    ...(view.page.isListed && view.search === null ? { headers: { 'X-Robots-Tag': 'all' } } : {}),
    ...languageCookie(),
  });
  // The draft is shown only after a redirect from the form, not on other visits while its cookie lives.
  const draft = query['again'] === undefined ? null : readDraft(await cookies());
  return <PropertyPage view={view} draft={draft} />;
}
