import { ButtonLink } from '@gudbro/ui/button-link';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import type { AccountClient } from '@/server/account-client';
import { hasRole, type Place } from '@/server/place';
import { readSetupStep } from './queries';

type ContinueSetupProps = { client: AccountClient; place: Place };

/** Leads whoever may back into a set-up that was left. Nothing where the place is set up. */
export async function ContinueSetup({ client, place }: ContinueSetupProps) {
  const step = hasRole(place.role, 'manager') ? await readSetupStep(client, place.id) : null;
  if (step === null) {
    return null;
  }
  const t = await getTranslations('Setup');
  return (
    <div className="mb-6 max-w-3xl">
      <Notice title={t('continueTitle', { name: place.name })}>
        <ButtonLink href={`/p/${place.slug}/setup`} variant="secondary" className="mt-2">
          {t('continue', { number: step })}
        </ButtonLink>
      </Notice>
    </div>
  );
}
