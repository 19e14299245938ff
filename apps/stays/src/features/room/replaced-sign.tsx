import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '@/shell/entry/code-form';
import { KnownDeskLinks } from '@/shell/property/known-desk-links';

/** The page of a code that its room does not have any more. It names neither the room nor its property, so the guest asks the desk. */
export async function ReplacedSign() {
  const t = await getTranslations('Refusal');
  return (
    <DoorSign icon="key" title={t('replacedTitle')}>
      <p className="text-pretty text-center">{t('replacedText')}</p>
      <CodeForm expects="room" />
      <KnownDeskLinks />
    </DoorSign>
  );
}
