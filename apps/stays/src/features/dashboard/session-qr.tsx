import { getTranslations } from 'next-intl/server';
import { pathOfCode } from '@/codes/path-of-code';
import { env } from '@/env';
import { QrFold } from './qr-fold';

/** A QR code of the guest session's page, to open it on a second phone. */
export async function SessionQr({ code }: { code: string }) {
  const t = await getTranslations('Stay');
  return (
    <div className="mt-3 border-line border-t pt-3">
      <QrFold
        ground="card"
        label={t('sessionQr')}
        text={new URL(pathOfCode({ kind: 'access', code }), env().STAYS_URL).href}
        title={t('sessionQrTitle')}
        help={t('sessionQrHelp')}
      />
    </div>
  );
}
