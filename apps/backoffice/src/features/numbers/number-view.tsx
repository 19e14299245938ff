import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';
import { PreviewLink } from '@/shell/place/preview-link';
import { NumberForm } from './number-form';
import type { UsefulNumber } from './queries';

/** The screen of one number, or of a new one. */
export async function NumberView({ place, number }: { place: Place; number: UsefulNumber | null }) {
  const t = await getTranslations('Numbers');
  const title = number?.label ?? t('newTitle');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <BackLink href={`/p/${place.slug}/numbers`} label={t('heading')} />
      <PageHeader title={title} actions={<PreviewLink slug={place.slug} section="numbers" />} />
      <ClientTexts namespaces={['Numbers', 'Translations']}>
        <NumberForm place={place.slug} ownLocale={place.defaultLocale} number={number} />
      </ClientTexts>
    </div>
  );
}
