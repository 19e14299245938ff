import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';

type ServerErrorProps = { error: 'unavailable' | 'internal'; path: string };

/** The error is ours. Trying again is a plain link, so that it works without scripts too. */
export async function ServerError({ error, path }: ServerErrorProps) {
  const [t, failure] = await Promise.all([getTranslations('Refusal'), getTranslations('Failure')]);
  const isAway = error === 'unavailable';
  return (
    <DoorSign icon="info" title={isAway ? t('unavailableTitle') : failure('title')}>
      <p className="text-center">{isAway ? t('unavailableText') : failure('text')}</p>
      <ButtonLink href={path} className="w-full">
        {t('retry')}
      </ButtonLink>
      {isAway && <p className="text-center text-ink-soft">{t('unavailableHint')}</p>}
    </DoorSign>
  );
}
