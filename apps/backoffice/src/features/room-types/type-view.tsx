import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { hasRole } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { PreviewLink } from '@/shell/place/preview-link';
import { PriceTrialCard, type TrialOfNights } from './price-trial-card';
import type { RoomType, RoomTypePreview, Season } from './queries';
import { SeasonList } from './season-list';
import { TypeForm } from './type-form';
import { TypePreview } from './type-preview';

type TypeViewProps = {
  place: Place;
  type: RoomType;
  seasons: readonly Season[];
  preview: RoomTypePreview;
  trial: TrialOfNights;
};

/** The screen of one type: its form, its seasons, what nights cost, and what a guest reads. */
export async function TypeView({ place, type, seasons, preview, trial }: TypeViewProps) {
  const t = await getTranslations('RoomTypes');
  return (
    <div className="space-y-6">
      <title>{type.name}</title>
      <BackLink href={`/p/${place.slug}/types`} label={t('heading')} />
      <PageHeader
        title={type.name}
        description={t('roomsOfType', { count: preview.rooms })}
        actions={<PreviewLink slug={place.slug} section="rooms" />}
      />
      <div className="grid grid-cols-1 items-start gap-8 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-10">
          {hasRole(place.role, 'manager') && (
            <ClientTexts namespaces={['RoomTypes', 'Pictures', 'Translations']}>
              <TypeForm
                place={place.slug}
                currency={place.currency}
                ownLocale={place.defaultLocale}
                type={type}
                rooms={preview.rooms}
              />
            </ClientTexts>
          )}
          <SeasonList place={place} typeId={type.id} seasons={seasons} />
        </div>
        <div className="space-y-6">
          <PriceTrialCard currency={place.currency} trial={trial} />
          <TypePreview preview={preview} currency={place.currency} />
        </div>
      </div>
    </div>
  );
}

/** The screen of a type that is to be made. Seasons and the preview come once it is there. */
export async function NewTypeView({ place }: { place: Place }) {
  const t = await getTranslations('RoomTypes');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('newTitle')}</title>
      <BackLink href={`/p/${place.slug}/types`} label={t('heading')} />
      <PageHeader title={t('newTitle')} />
      <ClientTexts namespaces={['RoomTypes', 'Pictures', 'Translations']}>
        <TypeForm
          place={place.slug}
          currency={place.currency}
          ownLocale={place.defaultLocale}
          type={null}
          rooms={0}
        />
      </ClientTexts>
    </div>
  );
}
