import { ButtonLink } from '@gudbro/ui/button-link';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getLocale, getTranslations } from 'next-intl/server';
import { KnownDeskLinks } from '../property/known-desk-links';
import { formatWait } from '../words/format-wait';

type TooManyRequestsProps = { retryAfterSeconds: number; path: string };

export async function TooManyRequests({ retryAfterSeconds, path }: TooManyRequestsProps) {
  const t = await getTranslations('Refusal');
  const wait = formatWait(retryAfterSeconds, await getLocale());
  return (
    <DoorSign icon="clock" title={t('rateLimitedTitle')}>
      <p className="text-center">{t('rateLimitedText', { wait })}</p>
      <p className="text-center text-ink-soft">{t('rateLimitedHint')}</p>
      <ButtonLink href={path} variant="secondary" className="w-full">
        {t('retry')}
      </ButtonLink>
      <KnownDeskLinks />
    </DoorSign>
  );
}
