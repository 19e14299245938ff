import { ButtonLink } from '@gudbro/ui/button-link';
import { getTranslations } from 'next-intl/server';
import { ProblemPanel } from './problem-panel';

/** An empty address is the page itself: trying again works without a script, wherever this is shown. */
export async function UnavailablePanel() {
  const t = await getTranslations('Problem');
  return (
    <ProblemPanel icon="clock" title={t('unavailableTitle')} text={t('unavailable')}>
      <ButtonLink href="">{t('retry')}</ButtonLink>
    </ProblemPanel>
  );
}
