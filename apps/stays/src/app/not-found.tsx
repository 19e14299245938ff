import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { RoomCodeForm } from '@/features/code-entry/room-code-form';
import { SiteFooter } from '@/features/language/site-footer';

export default async function NotFound() {
  const t = await getTranslations('NotFound');
  return (
    <>
      <DoorSign icon="key" title={t('title')}>
        <p className="text-center">{t('text')}</p>
        <RoomCodeForm />
      </DoorSign>
      <SiteFooter path="/" />
    </>
  );
}
