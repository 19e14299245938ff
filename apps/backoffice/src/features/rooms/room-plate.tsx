import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';

/** The room's QR code and code as printed in the room, to scan from the screen or to read out on the phone. */
export async function RoomPlate({ code, url, label }: { code: string; url: string; label: string }) {
  const t = await getTranslations('Room');
  return (
    <div className="mx-auto w-full max-w-104 rounded-3xl bg-tag p-5 text-tag-ink sm:p-6">
      <div className="rounded-2xl bg-white p-1">
        <QrCode text={url} title={t('qrTitle', { label })} className="block h-auto w-full rounded-xl" />
      </div>
      <dl className="mt-5 text-center">
        <dt className="text-tag-soft">{t('codeLabel')}</dt>
        <dd className="mt-1 wrap-anywhere select-all font-mono font-semibold text-2xl tracking-wider sm:text-3xl">
          {code}
        </dd>
      </dl>
    </div>
  );
}
