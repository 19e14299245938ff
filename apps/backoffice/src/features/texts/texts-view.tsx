import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ClientTexts } from '@/shell/place/client-texts';
import { PreviewLink } from '@/shell/place/preview-link';
import { toTextValues } from './form-values';
import type { Texts } from './queries';
import { TextsForm } from './texts-form';

/** The texts and pictures of a place. */
export async function TextsView({ place, texts }: { place: Place; texts: Texts }) {
  const t = await getTranslations('Texts');
  const { slug, defaultLocale } = place;
  return (
    <div className="max-w-3xl space-y-6">
      <title>{t('pageTitle')}</title>
      <PageHeader title={t('heading')} description={t('intro')} actions={<PreviewLink slug={slug} />} />
      <ClientTexts namespaces={['Texts', 'Pictures', 'Translations']}>
        <TextsForm place={{ slug, defaultLocale }} values={toTextValues(texts)} />
      </ClientTexts>
    </div>
  );
}
