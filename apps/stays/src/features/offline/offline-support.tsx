import { getTranslations } from 'next-intl/server';
import { RegisterWorker } from './register-worker';

/** Lets this page be opened offline. The texts for that are in the page, since the service worker has no messages. */
export async function OfflineSupport() {
  const t = await getTranslations('Offline');
  return (
    <>
      <meta
        name="saved-copy"
        content={t('saved', { time: '{time}', day: '{day}' })}
        data-retry={t('retry')}
        data-link-class="inline-flex min-h-6 items-center font-semibold underline underline-offset-4"
        className="sticky top-0 z-20 block bg-lamp px-4 py-2 text-center text-lamp-ink text-sm leading-snug"
      />
      <RegisterWorker />
    </>
  );
}
