import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';

/** The form was not ours to take: from another site, too large, or not in its form. Nothing has happened. */
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
