import { formatRoomLabel, formatWifiPayload } from '@gudbro/domain';
import { Card } from '@gudbro/ui/card';
import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { Row, RowList } from '@/shell/list/row-list';
import type { WifiCard } from '@/shell/paper/list-wifi-cards';
import { WifiCardsNotice } from '@/shell/paper/wifi-cards-notice';
import { formValues } from './form-values';
import type { listRoomNetworks, PlaceSettings } from './queries';
import { SettingsLayout } from './settings-layout';
import { WifiForm } from './wifi-form';

type WifiViewProps = {
  place: Place;
  settings: PlaceSettings;
  rooms: Awaited<ReturnType<typeof listRoomNetworks>>;
  /** The printed cards of the networks of this form. */
  cards: readonly WifiCard[];
};

/** The networks that guests are shown, and the rooms that have one of their own. */
export async function WifiView({ place, settings, rooms, cards }: WifiViewProps) {
  const t = await getTranslations('Settings');
  const shown = settings.zones.find((zone) => zone.primary === true) ?? settings.zones[0];
  const first =
    shown ?? (settings.network === null ? null : { network: settings.network, password: settings.password });
  return (
    <SettingsLayout place={place} title={t('title_wifi')} intro={t('introWifi')}>
      <Card title={t('guestsSee')} icon="wifi">
        {first === null ? (
          <p className="leading-relaxed">{t('noWifi')}</p>
        ) : (
          <div className="flex flex-wrap items-center gap-5">
            <div className="rounded-xl bg-white p-1">
              <QrCode
                text={formatWifiPayload({ network: first.network, password: first.password ?? null })}
                title={t('wifiQr', { network: first.network })}
                className="block size-36"
              />
            </div>
            <p className="min-w-0 grow basis-60 text-pretty leading-relaxed">
              {settings.zones.length > 0
                ? t('seeZones', { network: first.network, count: settings.zones.length - 1 })
                : t('seeNetwork', { network: first.network })}
            </p>
          </div>
        )}
      </Card>
      <WifiForm
        place={place.slug}
        ownLocale={settings.defaultLocale}
        version={settings.version}
        values={formValues.wifi(settings)}
        notice={<WifiCardsNotice cards={cards} />}
      />
      {rooms.length > 0 && (
        <section aria-labelledby="own-networks" className="space-y-3">
          <h2 id="own-networks" className="font-display text-xl">
            {t('ownNetworks')}
          </h2>
          <p className="text-ink-soft">{t('ownNetworksHint')}</p>
          <RowList>
            {rooms.map(({ id, number, network }) => (
              <Row
                key={id}
                href={`/p/${place.slug}/rooms/${id}`}
                title={formatRoomLabel(place.shortCode, number)}
                detail={network}
              />
            ))}
          </RowList>
        </section>
      )}
    </SettingsLayout>
  );
}
