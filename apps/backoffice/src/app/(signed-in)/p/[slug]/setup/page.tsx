import { redirect } from 'next/navigation';
import { getSetupPlace } from '@/features/setup/queries';
import { currentStep, formatSetupPath } from '@/features/setup/steps';
import { pageClient, requireAccount } from '@/server/current-account';
import { guardPage } from '@/shell/error-panel/guard-page';

type SetupPageProps = { params: Promise<{ slug: string }> };

/** Goes on where the set-up was left. */
export default async function SetupPage({ params }: SetupPageProps) {
  const { slug } = await params;
  return guardPage('/p/[slug]/setup', async () => {
    const account = await requireAccount(`/p/${encodeURIComponent(slug)}/setup`);
    const place = await getSetupPlace(await pageClient(), account.id, slug);
    redirect(formatSetupPath(place.slug, currentStep(place.setupStep)));
  });
}
