import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { cookies } from 'next/headers';
import { ErrorPage } from '@/features/errors/error-page';
import { loadPropertyPage } from '@/features/property-page/load-property-page';
import { PropertyPage } from '@/features/property-page/property-page';
import { readDraft } from '@/features/property-page/request-draft';
import NotFound from '../not-found';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { view, error } = await loadPropertyPage(slug, query);
  if (view === null) {
    setPageResponse({ route: '/[slug]', ...statusOfError(error) });
    return error.error === 'not_found' ? <NotFound /> : <ErrorPage error={error} path={`/${slug}`} />;
  }
  setPageResponse({ route: '/[slug]' });
  // The draft is shown only after a redirect from the form, not on other visits while its cookie lives.
  const draft = query['again'] === undefined ? null : readDraft(await cookies());
  return <PropertyPage view={view} draft={draft} />;
}
