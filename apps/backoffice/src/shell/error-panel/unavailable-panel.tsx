import { ButtonLink } from '@gudbro/ui/button-link';
import { getTranslations } from 'next-intl/server';
import { ErrorPanel } from './error-panel';
import { RetryByItself } from './retry-by-itself';

/** It tries again by itself. An empty `href` is the current page, so the retry works on every page and without a script. */
export async function UnavailablePanel() {
  const t = await getTranslations('Problem');
  return (
    <ErrorPanel icon="clock" title={t('unavailableTitle')} text={t('unavailable')}>
      <ButtonLink href="">{t('retry')}</ButtonLink>
      <RetryByItself />
    </ErrorPanel>
  );
}
