import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { roundWait } from './round-wait';

type TooManyRequestsProps = { retryAfterSeconds: number; path: string };

export async function TooManyRequests({ retryAfterSeconds, path }: TooManyRequestsProps) {
  const t = await getTranslations('Refusal');
  const { unit, count } = roundWait(retryAfterSeconds);
  const waits = {
    seconds: t('seconds', { count }),
    minutes: t('minutes', { count }),
    hours: t('hours', { count }),
  };
  return (
    <DoorSign icon="clock" title={t('rateLimitedTitle')}>
      <p className="text-center">{t('rateLimitedText', { wait: waits[unit] })}</p>
      <p className="text-center text-ink-soft">{t('rateLimitedHint')}</p>
      <ButtonLink href={path} variant="secondary" className="w-full">
        {t('retry')}
      </ButtonLink>
    </DoorSign>
  );
}
