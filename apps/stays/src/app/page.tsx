import { parseCode } from '@gudbro/access-codes/parse';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { RoomCodeForm } from '@/features/code-entry/room-code-form';
import { SiteFooter } from '@/features/language/site-footer';

type HomeProps = { searchParams: Promise<{ code?: string | string[] }> };

export default async function Home({ searchParams }: HomeProps) {
  const [t, { code }] = await Promise.all([getTranslations('Home'), searchParams]);
  const typed = typeof code === 'string' ? code : undefined;
  const parsed = typed === undefined ? undefined : parseCode(typed, { expect: 'room' });
  return (
    <>
      <DoorSign icon="qr" title={t('title')}>
        <p className="text-center">{t('text')}</p>
        <div className="border-line border-t pt-5">
          <h2 className="mb-4 text-center font-display text-xl">{t('cameraFails')}</h2>
          <RoomCodeForm value={typed} refusal={parsed?.ok ? undefined : parsed} />
        </div>
      </DoorSign>
      <SiteFooter path="/" />
    </>
  );
}
