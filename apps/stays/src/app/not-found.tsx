import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/shell/entry/code-form';
import { SiteFooter } from '@/shell/language/site-footer';
import { KnownDeskLinks } from '@/shell/property/known-desk-links';

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
