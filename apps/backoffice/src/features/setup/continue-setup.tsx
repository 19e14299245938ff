import { ButtonLink } from '@gudbro/ui/button-link';
import { Notice } from '@gudbro/ui/notice';
import { getTranslations } from 'next-intl/server';
import { hasRole, type Place } from '@/server/place';
import { setupSteps } from './steps';

/** `step` is the step that is next, null where the place is set up. */
type ContinueSetupProps = { place: Place; step: number | null };

/**
 * Leads whoever may back into a set-up that was left. Nothing where the place is set up, or only the printing is left: that is
 * one of the steps that Today lists itself.
 */
export async function ContinueSetup({ place, step }: ContinueSetupProps) {
  if (step === null || step === setupSteps.length || !hasRole(place.role, 'manager')) {
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
