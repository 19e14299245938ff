import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { cookies } from 'next/headers';
import { ErrorPage } from '@/features/errors/error-page';
import { loadPlacePage } from '@/features/place/load-place-page';
import { PlacePage } from '@/features/place/place-page';
import { readDraft } from '@/features/place/request-draft';
import NotFound from '../not-found';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { view, error } = await loadPlacePage(slug, query);
  if (view === null) {
    setPageResponse({ route: '/[slug]', ...statusOfError(error) });
    return error.error === 'not_found' ? <NotFound /> : <ErrorPage error={error} path={`/${slug}`} />;
  }
  setPageResponse({ route: '/[slug]' });
  // Only the page that the form came back to shows it again.
  const draft = query['again'] === undefined ? null : readDraft(await cookies());
  return <PlacePage view={view} draft={draft} />;
}
