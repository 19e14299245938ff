import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/features/code-entry/code-form';
import { SiteFooter } from '@/features/language/site-footer';
import { KnownDeskLinks } from '@/features/property/known-desk-links';

export default async function NotFound() {
  const t = await getTranslations('NotFound');
  return (
    <>
      <DoorSign icon="key" title={t('title')}>
        <p className="text-center">{t('text')}</p>
        <CodeForm />
        <KnownDeskLinks />
      </DoorSign>
      <SiteFooter path="/" />
    </>
  );
}
