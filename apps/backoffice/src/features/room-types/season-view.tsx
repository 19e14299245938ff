import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import type { RoomType, Season } from './queries';
import { SeasonForm } from './season-form';

type SeasonViewProps = { place: Place; type: RoomType; season: Season | null };

/** The screen of one season of a type, or of a new one. */
export async function SeasonView({ place, type, season }: SeasonViewProps) {
  const t = await getTranslations('RoomTypes');
  const title = season?.name ?? t('newSeason');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <BackLink href={`/p/${place.slug}/types/${type.id}`} label={type.name} />
      <PageHeader title={title} description={type.name} />
      <ClientTexts namespaces={['RoomTypes', 'Translations']}>
        <SeasonForm
          place={place.slug}
          currency={place.currency}
          ownLocale={place.defaultLocale}
          typeId={type.id}
          season={season}
        />
      </ClientTexts>
    </div>
  );
}
