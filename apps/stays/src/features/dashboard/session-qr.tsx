import { getTranslations } from 'next-intl/server';
import { env } from '@/env';
import { pathOf } from './path-of';
import { QrFold } from './qr-fold';

/** The session's own code to scan: for the second phone in the room. */
export async function SessionQr({ code }: { code: string }) {
  const t = await getTranslations('Stay');
  return (
    <div className="mt-3 border-line border-t pt-3">
      <QrFold
        ground="card"
        label={t('sessionQr')}
        text={new URL(pathOf({ kind: 'access', code }), env().STAYS_URL).href}
        title={t('sessionQrTitle')}
        help={t('sessionQrHelp')}
      />
    </div>
  );
}
