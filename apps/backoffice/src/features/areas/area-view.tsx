import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { RecordView } from '@/shell/list/record-view';
import { AreaForm } from './area-form';
import { toAreaValues } from './form-values';
import type { Area } from './queries';

/** The screen of one area, or of a new one. */
export async function AreaView({ place, area }: { place: Place; area: Area | null }) {
  const t = await getTranslations('Areas');
  const { slug, defaultLocale } = place;
  return (
    <RecordView
      title={area?.name ?? t('newTitle')}
      back={{ href: `/p/${slug}/areas`, label: t('heading') }}
      namespaces={['Areas', 'Translations']}
    >
      <AreaForm place={{ slug, defaultLocale }} area={area && { id: area.id, values: toAreaValues(area) }} />
    </RecordView>
  );
}
