import { Card } from '@gudbro/ui/card';
import { getLocale, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { ClientTexts } from '@/shell/place/client-texts';
import { formatCountry } from '@/shell/place/format-country';
import { LawCard } from '@/shell/place/law-card';
import { DocumentsForm } from './documents-form';
import type { PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';

type DocumentsViewProps = { place: Place; settings: PlaceSettings };

/** What guests are asked for, what their country's law says about it, and what happens to what is erased. */
export async function DocumentsView({ place, settings }: DocumentsViewProps) {
  const [t, locale] = await Promise.all([getTranslations('Settings'), getLocale()]);
  return (
    <SettingsLayout place={place} title={t('title_documents')} intro={t('introDocuments')}>
      <LawCard country={settings.country} saysStart={false} />
      <p className="max-w-prose text-pretty font-semibold leading-relaxed">{t('askLawyer')}</p>
      <ClientTexts namespaces={['Settings', 'Documents']}>
        <DocumentsForm
          place={{ slug: place.slug, name: settings.name }}
          version={settings.version}
          settings={settings}
          country={formatCountry(settings.country, locale)}
        />
      </ClientTexts>
      <Card title={t('remainsTitle')} icon="lock">
        <p className="text-pretty leading-relaxed">{t('remains')}</p>
      </Card>
    </SettingsLayout>
  );
}
