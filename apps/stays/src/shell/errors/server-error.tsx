import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { KnownDeskLinks } from '../property/known-desk-links';

type ServerErrorProps = { error: 'unavailable' | 'internal'; path: string };

/** Shown for an error of ours. Its link to try again works without script. */
export async function ServerError({ error, path }: ServerErrorProps) {
  const [t, failure] = await Promise.all([getTranslations('Refusal'), getTranslations('Failure')]);
  const isUnavailable = error === 'unavailable';
  return (
    <DoorSign icon="info" title={isUnavailable ? t('unavailableTitle') : failure('title')}>
      <p className="text-center">{isUnavailable ? t('unavailableText') : failure('text')}</p>
      <ButtonLink href={path} className="w-full">
        {t('retry')}
      </ButtonLink>
      {isUnavailable && <p className="text-center text-ink-soft">{t('unavailableHint')}</p>}
      <KnownDeskLinks />
    </DoorSign>
  );
}
