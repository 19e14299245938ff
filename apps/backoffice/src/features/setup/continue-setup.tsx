import { ButtonLink } from '@gudbro/ui/button-link';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { AccountClient } from '@/server/account-client';
import { listUnfinishedPlaces } from './queries';

type ContinueSetupProps = { client: AccountClient; accountId: string };

/** Leads back into a set-up that was left. Nothing where every place is set up. */
export async function ContinueSetup({ client, accountId }: ContinueSetupProps) {
  const [t, places] = await Promise.all([getTranslations('Setup'), listUnfinishedPlaces(client, accountId)]);
  return places.map(({ slug, name, setupStep }) => (
    <div key={slug} className="mb-4">
      <Notice title={t('continueTitle', { name })}>
        <ButtonLink href={`/p/${slug}/setup`} variant="secondary" className="mt-2">
          {t('continue', { number: setupStep ?? 1 })}
        </ButtonLink>
      </Notice>
    </div>
  ));
}
