import type { WifiNetwork } from '@gudbro/guest-api/room-access';
import { CopyButton } from '@gudbro/ui/copy-button';
import { getTranslations } from 'next-intl/server';

type WifiCredentialsProps = { wifi: WifiNetwork; index: number };

/** Network and password, large enough to read while typing on another device. */
export async function WifiCredentials({ wifi, index }: WifiCredentialsProps) {
  const t = await getTranslations('Wifi');
  const passwordId = `wifi-password-${index}`;
  return (
    <>
      <dl className="space-y-2.5">
        <div>
          <dt className="text-sm text-tag-soft">{t('network')}</dt>
          <dd className="wrap-anywhere font-semibold text-lg leading-snug" translate="no">
            {wifi.network}
          </dd>
        </div>
        {wifi.password !== null && (
          <div className="rounded-xl bg-tag-well px-4 pt-2 pb-2.5">
            <dt className="text-sm text-tag-soft">{t('password')}</dt>
            <dd
              id={passwordId}
              translate="no"
              className="wrap-anywhere select-all font-mono text-[1.375rem] slashed-zero leading-snug [font-variant-ligatures:none]"
            >
              {wifi.password}
            </dd>
          </div>
        )}
      </dl>
      {wifi.password === null ? (
        <p className="mt-2 text-pretty leading-relaxed">{t('open')}</p>
      ) : (
        <CopyButton
          sourceId={passwordId}
          label={t('copy')}
          copiedLabel={t('copied')}
          selectedLabel={t('selected')}
          next={t('next', { network: wifi.network })}
          className="mt-3 w-full bg-lamp text-lamp-ink hover:bg-lamp/90 active:bg-lamp/80"
        />
      )}
    </>
  );
}
