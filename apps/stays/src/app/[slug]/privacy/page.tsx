import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { loadPrivacyNotice } from '@/features/privacy/load-privacy-notice';
import { PrivacyPage } from '@/features/privacy/privacy-page';
import { ErrorPage } from '@/shell/errors/error-page';
import NotFound from '../../not-found';

type Props = { params: Promise<{ slug: string }> };

/** What a property collects of its guests, for anybody to read before they give anything away. */
export default async function Page({ params }: Props) {
  const { slug } = await params;
  const { notice, error } = await loadPrivacyNotice(slug);
  setPageResponse({ route: '/[slug]/privacy', ...(error === null ? {} : statusOfError(error)) });
  if (notice === null) {
    return error.error === 'not_found' ? <NotFound /> : <ErrorPage error={error} path={`/${slug}/privacy`} />;
  }
  return <PrivacyPage notice={notice} />;
}
