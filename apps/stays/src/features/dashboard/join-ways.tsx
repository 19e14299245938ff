import { formatWifiPayload } from '@gudbro/domain';
import type { WifiNetwork } from '@gudbro/guest-api/room-access';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { QrFold, rowOnTag } from './qr-fold';

type JoinWaysProps = { wifi: WifiNetwork; index: number; roomCode: string | null };

/** Ways to join without typing: a profile, on Apple devices alone, and a QR code to scan with a second device. */
export async function JoinWays({ wifi, index, roomCode }: JoinWaysProps) {
  const t = await getTranslations('Wifi');
  return (
    <div className="divide-y divide-tag-soft/25">
      {roomCode !== null && (
        <a
          href={`/stay/room/${roomCode}/wifi/${index}.mobileconfig`}
          className={`hidden min-h-12 items-center gap-3 leading-snug apple:flex ${rowOnTag}`}
        >
          <Icon name="device" className="size-5 shrink-0 text-tag-soft" />
          <span className="min-w-0 grow">
            <span className="font-semibold">{t('profile')}</span>{' '}
            <span className="inline-block text-sm text-tag-soft">{t('profileSteps')}</span>
          </span>
          <Icon name="arrow" className="size-5 shrink-0 text-tag-soft" />
        </a>
      )}
      <QrFold
        ground="tag"
        label={t('showQr')}
        text={formatWifiPayload(wifi)}
        title={t('qrTitle', { network: wifi.network })}
        help={t('qrHelp')}
      />
    </div>
  );
}
