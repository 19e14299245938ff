import { parseCode } from '@gudbro/access-codes';
import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { env } from '@/env';
import { loadPropertyPage } from '@/features/property-page/load-property-page';
import { RequestedPage } from '@/features/property-page/requested-page';
import NotFound from '../../not-found';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ code?: string | string[] }>;
};

/** Shows the code in the address, without checking that it exists: only a verified guest may learn that. */
export default async function Page({ params, searchParams }: Props) {
  const [{ slug }, { code }] = await Promise.all([params, searchParams]);
  const parsed = parseCode(typeof code === 'string' ? code : '', { expect: 'booking' });
  const { view, error } = await loadPropertyPage(slug, {});
  const isUnknown = !parsed.ok || error?.error === 'not_found';
  setPageResponse({
    route: '/[slug]/requested',
    ...(isUnknown ? statusOfError({ error: 'not_found' }) : {}),
  });
  if (isUnknown) {
    return <NotFound />;
  }
  const name = view?.page.property.name ?? null;
  return (
    <RequestedPage
      slug={slug}
      code={parsed.code}
      propertyName={name}
      origin={new URL(env().STAYS_URL).origin}
    />
  );
}
