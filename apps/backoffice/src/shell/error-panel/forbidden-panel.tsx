import { ButtonLink } from '@gudbro/ui/button-link';
import { getTranslations } from 'next-intl/server';
import { ErrorPanel } from './error-panel';

/** For a member whose role does not see this screen. */
export async function ForbiddenPanel() {
  const t = await getTranslations('Problem');
  return (
    <ErrorPanel icon="lock" title={t('forbiddenTitle')} text={t('forbidden')}>
      <ButtonLink href="/">{t('start')}</ButtonLink>
    </ErrorPanel>
  );
}
