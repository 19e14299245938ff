import { getTranslations } from 'next-intl/server';
import type { DeskContacts } from '@/server/desk-contacts';
import { phoneLink } from '../property/contact-links';
import { LineStrip } from './line-strip';
import { RegisterWorker } from './register-worker';

/**
 * Says when there is no connection, and lets this page be opened without one. The texts of a saved copy are in the page,
 * since the service worker has no messages.
 */
export async function OfflineSupport({ desk }: { desk: DeskContacts }) {
  const [t, property] = await Promise.all([getTranslations('Offline'), getTranslations('Property')]);
  return (
    <>
      <meta
        name="saved-copy"
        content={t('saved', { time: '{time}', day: '{day}' })}
        data-retry={t('retry')}
        data-call={property('callDesk')}
        data-call-href={desk.phone === null ? undefined : phoneLink(desk.phone)}
        data-link-class="inline-flex min-h-6 items-center font-semibold underline underline-offset-4"
        className="sticky top-0 z-20 block bg-lamp px-4 py-2 text-center text-lamp-ink text-sm leading-snug"
      />
      <LineStrip
        texts={{ down: t('down'), back: t('back') }}
        desk={{ contacts: desk, labels: { call: property('callDesk'), whatsapp: property('whatsapp') } }}
      />
      <RegisterWorker />
    </>
  );
}
