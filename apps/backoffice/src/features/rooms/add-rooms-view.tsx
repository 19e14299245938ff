import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { RoomTypeName } from '@/server/list-room-type-names';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { AddRoomsForm } from './add-rooms-form';

/** The screen on which rooms are added. */
export async function AddRoomsView({ place, types }: { place: Place; types: readonly RoomTypeName[] }) {
  const [t, rooms] = await Promise.all([getTranslations('AddRooms'), getTranslations('Rooms')]);
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('title')}</title>
      <BackLink href={`/p/${place.slug}/rooms`} label={rooms('heading')} />
      <PageHeader title={t('title')} description={t('intro')} />
      <ClientTexts namespaces={['AddRooms']}>
        <AddRoomsForm place={place.slug} types={types} />
      </ClientTexts>
    </div>
  );
}
