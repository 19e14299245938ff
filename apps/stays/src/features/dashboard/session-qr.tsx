import { Icon } from '@gudbro/ui/icon';
import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';
import { env } from '@/env';

/** The session's own code to scan: for the second phone in the room. */
export async function SessionQr({ code }: { code: string }) {
  const t = await getTranslations('Stay');
  return (
    <details className="group mt-3 border-line border-t pt-3">
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 leading-snug [&::-webkit-details-marker]:hidden">
        <Icon name="qr" className="size-5 shrink-0 text-accent" />
        <span className="min-w-0 grow font-semibold">{t('sessionQr')}</span>
        <Icon
          name="chevron"
          className="size-5 shrink-0 text-ink-soft group-open:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <div className="pt-1 pb-3 text-center">
        <QrCode
          text={new URL(`/session/${code}`, env().STAYS_URL).href}
          title={t('sessionQrTitle')}
          className="mx-auto w-full max-w-60 rounded-xl"
        />
        <p className="mt-3 text-pretty text-ink-soft text-sm">{t('sessionQrHelp')}</p>
      </div>
    </details>
  );
}
