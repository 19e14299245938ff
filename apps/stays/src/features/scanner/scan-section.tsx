import { getTranslations } from 'next-intl/server';
import { ScanButton } from './scan-button';

/** The camera, with its few words. Without script there is none, and the field is enough. */
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
        denied: t('denied'),
        missing: t('missing'),
        insecure: t('insecure'),
        failed: t('failed'),
      }}
    />
  );
}
