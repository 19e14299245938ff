import { ButtonLink } from '@gudbro/ui/button-link';
import { getTranslations } from 'next-intl/server';
import { ErrorPanel } from './error-panel';

/** The same text for something that does not exist and for something of another owner. */
export async function NotFoundPanel() {
  const t = await getTranslations('Problem');
  return (
    <ErrorPanel icon="key" title={t('notFoundTitle')} text={t('notFound')}>
      <ButtonLink href="/">{t('start')}</ButtonLink>
    </ErrorPanel>
  );
}
