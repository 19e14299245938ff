import { PageHeader } from '@gudbro/ui/page-header';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { ClientTexts } from '@/shell/place/client-texts';

type SettingsLayoutProps = {
  place: Place;
  title: string;
  intro: string;
  /** Beside the heading. */
  actions?: ReactNode;
  children: ReactNode;
};

/** The frame of one screen of settings. */
export async function SettingsLayout({ place, title, intro, actions, children }: SettingsLayoutProps) {
  const t = await getTranslations('Settings');
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <BackLink href={`/p/${place.slug}/settings`} label={t('heading')} />
      <PageHeader title={title} description={intro} actions={actions} />
      <ClientTexts namespaces={['Settings', 'AccessPreview', 'Translations']}>{children}</ClientTexts>
    </div>
  );
}
