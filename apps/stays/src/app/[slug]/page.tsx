import { describePage } from '@gudbro/api-kit';
import { cookies } from 'next/headers';
import { loadPlacePage, statusOfPlaceProblem } from '@/features/place/load-place-page';
import { PlacePage } from '@/features/place/place-page';
import { PlaceRefusal } from '@/features/place/place-refusal';
import { readDraft } from '@/features/place/request-draft';
import NotFound from '../not-found';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { view, problem } = await loadPlacePage(slug, query);
  if (view === null) {
    describePage({ route: '/[slug]', ...statusOfPlaceProblem(problem) });
    return problem.error === 'not_found' ? (
      <NotFound />
    ) : (
      <PlaceRefusal problem={problem} path={`/${slug}`} />
    );
  }
  describePage({ route: '/[slug]' });
  // Only the page that the form came back to shows it again.
  const draft = query['again'] === undefined ? null : readDraft(await cookies());
  return <PlacePage view={view} draft={draft} />;
}
