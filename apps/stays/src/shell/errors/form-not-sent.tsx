import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';

/** Shown for a form that was refused before anything was done: from another site, too large or malformed. */
export async function FormNotSent({ path }: { path: string }) {
  const t = await getTranslations('RefusedForm');
  return (
    <DoorSign icon="info" title={t('title')}>
      <p className="text-center">{t('text')}</p>
      <ButtonLink href={path} className="w-full">
        {t('back')}
      </ButtonLink>
    </DoorSign>
  );
}
