import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { NumberForm } from './number-form';
import type { UsefulNumber } from './queries';

/** The screen of one number, or of a new one. */
export async function NumberView({ place, number }: { place: Place; number: UsefulNumber | null }) {
  const t = await getTranslations('Numbers');
  const title = number?.label ?? t('newTitle');
  return (
    <div className="max-w-2xl space-y-6">
      <title>{title}</title>
      <BackLink href={`/p/${place.slug}/numbers`} label={t('heading')} />
      <PageHeader title={title} />
      <ClientTexts namespaces={['Numbers']}>
        <NumberForm place={place.slug} number={number} />
      </ClientTexts>
    </div>
  );
}
