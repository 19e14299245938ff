import { Notice } from '@gudbro/ui/notice';
import { PageHeader } from '@gudbro/ui/page-header';
import { getFormatter, getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { BackLink } from '@/shell/list/back-link';
import { LinkButton } from '@/shell/list/link-button';
import { ClientTexts } from '@/shell/place/client-texts';
import type { SignDetail } from './register-queries';
import { SignForm } from './sign-form';

/** One sign of the register. */
export async function SignView({ place, sign }: { place: Place; sign: SignDetail }) {
  const [t, format] = await Promise.all([getTranslations('Register'), getFormatter()]);
  const base = `/p/${place.slug}/sheets`;
  const day = (instant: string) => format.dateTime(new Date(instant), { dateStyle: 'long' });
  const title = t(`kind_${sign.kind}`, { number: sign.number ?? '', network: sign.network ?? '' });
  return (
    <div className="max-w-3xl space-y-6">
      <title>{title}</title>
      <BackLink href={`${base}/register`} label={t('back')} />
      <PageHeader
        title={title}
        description={t('printedBy', { date: day(sign.printedAt), format: sign.job.format })}
        actions={
          sign.number !== null &&
          sign.roomId !== null && (
            <LinkButton href={`${base}?q=${encodeURIComponent(sign.number)}`} variant="secondary">
              {t('reprint')}
            </LinkButton>
          )
        }
      />
      {sign.diedAt !== null && (
        <Notice tone="danger" title={t('deadTitle')}>
          {t(sign.kind === 'wifi' ? 'deadWifiText' : 'deadText', { date: day(sign.diedAt) })}
        </Notice>
      )}
      <ClientTexts namespaces={['Register']}>
        <SignForm place={place.slug} sign={sign} />
      </ClientTexts>
    </div>
  );
}
