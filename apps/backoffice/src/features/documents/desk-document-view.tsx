import { listCountries } from '@gudbro/domain';
import { PageHeader } from '@gudbro/ui/page-header';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { findToday } from '@/shell/days/days';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { DeskDocumentForm } from './desk-document-form';
import type { prepareDeskDocument } from './desk-queries';

type DeskDocumentViewProps = {
  place: Place;
  booking: { id: string; guestName: string; people: readonly { id: string; name: string }[] };
  prepared: Awaited<ReturnType<typeof prepareDeskDocument>>;
};

/** Where the desk writes down a document that a guest hands over. */
export async function DeskDocumentView({ place, booking, prepared }: DeskDocumentViewProps) {
  const [t, locale] = await Promise.all([getTranslations('DeskDocument'), getLocale()]);
  const { mode, fields, leadFields } = prepared.policy;
  return (
    <div className="max-w-2xl space-y-6">
      <title>{t('heading')}</title>
      <BackLink href={`/p/${place.slug}/bookings/${booking.id}`} label={booking.guestName} />
      <PageHeader title={t('heading')} description={t('intro')} />
      {mode === 'off' ? (
        <p>{t('off')}</p>
      ) : (
        <ClientTexts namespaces={['DeskDocument', 'Documents']}>
          <DeskDocumentForm
            hidden={{ place: place.slug, booking: booking.id, id: crypto.randomUUID() }}
            people={booking.people}
            lead={booking.guestName}
            fields={fields}
            leadFields={leadFields}
            countries={listCountries(locale)}
            today={findToday(new Date(), place.timezone)}
          />
        </ClientTexts>
      )}
    </div>
  );
}
