import { getTranslations } from 'next-intl/server';
import { ScanButton } from './scan-button';

/** The scan button with its texts. Hidden without JavaScript: the code can be typed instead. */
export async function ScanSection() {
  const t = await getTranslations('Scanner');
  return (
    <ScanButton
      texts={{
        open: t('open'),
        title: t('title'),
        close: t('close'),
        starting: t('starting'),
        running: t('running'),
        foreign: t('foreign'),
        found: t('found'),
        offline: t('offline'),
        denied: t('denied'),
        missing: t('missing'),
        insecure: t('insecure'),
        failed: t('failed'),
      }}
    />
  );
}
