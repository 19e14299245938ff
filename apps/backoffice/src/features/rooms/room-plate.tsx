import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';

/**
 * The room's QR code and code as printed in the room, to scan from the screen or to read out on the phone. On a phone they stand
 * side by side, so that the room's details begin on the first screen.
 */
export async function RoomPlate({ code, url, label }: { code: string; url: string; label: string }) {
  const t = await getTranslations('Room');
  return (
    <div className="flex w-full flex-wrap items-center gap-x-4 gap-y-3 rounded-3xl bg-tag p-4 text-tag-ink md:mx-auto md:block md:max-w-104 xl:p-6">
      <div className="w-34 shrink-0 rounded-2xl bg-white p-1 md:w-auto">
        <QrCode text={url} title={t('qrTitle', { label })} className="block h-auto w-full rounded-xl" />
      </div>
      <dl className="min-w-0 grow basis-32 md:mt-5 md:text-center">
        <dt className="text-tag-soft">{t('codeLabel')}</dt>
        <dd className="mt-1 wrap-anywhere select-all font-mono font-semibold text-lg tracking-wide md:text-2xl xl:text-3xl xl:tracking-wider">
          {code}
        </dd>
      </dl>
    </div>
  );
}
