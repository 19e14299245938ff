import { formatWifiPayload } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';
import type { WifiNetwork } from '../room/room-access';

type JoinWaysProps = { wifi: WifiNetwork; index: number; roomCode: string | null };

// The tag cuts off what reaches over its edge, so the focus ring stays inside.
const row =
  '-mx-2 flex min-h-12 items-center gap-3 px-2 py-2.5 leading-snug focus-visible:rounded-lg focus-visible:-outline-offset-3';

/** Ways to join without typing: a profile for Apple's devices, a QR code for the second one in the bag. */
export async function JoinWays({ wifi, index, roomCode }: JoinWaysProps) {
  const t = await getTranslations('Wifi');
  return (
    <div className="divide-y divide-tag-soft/25">
      {roomCode !== null && (
        <a href={`/stay/room/${roomCode}/wifi/${index}.mobileconfig`} className={row}>
          <Icon name="device" className="size-5 shrink-0 text-tag-soft" />
          <span className="min-w-0 grow">
            <span className="font-semibold">{t('oneTap')}</span>{' '}
            <span className="inline-block text-sm text-tag-soft">{t('oneTapDevices')}</span>
          </span>
          <Icon name="arrow" className="size-5 shrink-0 text-tag-soft" />
        </a>
      )}
      <details className="group">
        <summary className={`${row} cursor-pointer list-none [&::-webkit-details-marker]:hidden`}>
          <Icon name="qr" className="size-5 shrink-0 text-tag-soft" />
          <span className="min-w-0 grow font-semibold">{t('showQr')}</span>
          <Icon
            name="chevron"
            className="size-5 shrink-0 text-tag-soft group-open:rotate-180 motion-safe:transition-transform"
          />
        </summary>
        <div className="pt-1 pb-5 text-center">
          <QrCode
            text={formatWifiPayload(wifi)}
            title={t('qrTitle', { network: wifi.network })}
            className="mx-auto w-full max-w-60 rounded-xl"
          />
          <p className="mt-3 text-sm text-tag-soft">{t('qrHelp')}</p>
        </div>
      </details>
    </div>
  );
}
