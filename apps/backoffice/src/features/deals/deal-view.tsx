import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { RecordView } from '@/shell/list/record-view';
import { PreviewLink } from '@/shell/place/preview-link';
import { DealForm } from './deal-form';
import { toDealValues } from './form-values';
import type { Deal } from './queries';

/** The screen of one offer, or of a new one. */
export async function DealView({ place, deal }: { place: Place; deal: Deal | null }) {
  const t = await getTranslations('Deals');
  const { slug, defaultLocale } = place;
  return (
    <RecordView
      title={deal?.title ?? t('newTitle')}
      back={{ href: `/p/${slug}/deals`, label: t('heading') }}
      namespaces={['Deals', 'Translations']}
      actions={<PreviewLink slug={slug} section="deals" />}
    >
      <DealForm
        place={{ slug, defaultLocale }}
        deal={deal && { id: deal.id, active: deal.isActive, values: toDealValues(deal) }}
      />
    </RecordView>
  );
}
