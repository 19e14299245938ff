import { getTranslations } from 'next-intl/server';
import { RegisterWorker } from './register-worker';

/** Lets this page be opened again without a line. Its words for that are in it, since the worker speaks no language. */
export async function KeepOffline() {
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
