import type { WifiNetwork } from '@gudbro/guest-api/room-access';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';
import { JoinWays } from './join-ways';
import { WifiCredentials } from './wifi-credentials';

type OtherNetworksProps = { zones: WifiNetwork[]; roomCode: string | null; langOf: LangOf<'label'> };

/** The networks of the property's zones, such as the pool, each in a disclosure. */
export async function OtherNetworks({ zones, roomCode, langOf }: OtherNetworksProps) {
  const t = await getTranslations('Wifi');
  if (zones.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="other-networks" className="rounded-2xl bg-surface px-5 pt-4 pb-2 shadow-lift">
      <h2 id="other-networks" className="font-display text-xl leading-snug">
        {t('others')}
      </h2>
      <p className="mb-1 text-ink-soft text-sm">{t('othersHint')}</p>
      <ul className="divide-y divide-line">
        {zones.map((zone, position) => (
          <li key={`${zone.label}/${zone.network}`}>
            <Zone zone={zone} index={position + 1} roomCode={roomCode} lang={langOf(zone, 'label')} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type ZoneProps = { zone: WifiNetwork; index: number; roomCode: string | null; lang: string | undefined };

function Zone({ zone, index, roomCode, lang }: ZoneProps) {
  return (
    <details className="group/zone">
      <summary className="flex min-h-14 cursor-pointer list-none items-center gap-3 py-2.5 leading-snug [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 grow">
          <span lang={lang} className="wrap-anywhere block hyphens-auto font-semibold">
            {zone.label}
          </span>
          <span className="wrap-anywhere block text-ink-soft text-sm" translate="no">
            {zone.network}
          </span>
        </span>
        <Icon
          name="chevron"
          className="size-5 shrink-0 text-ink-soft group-open/zone:rotate-180 motion-safe:transition-transform"
        />
      </summary>
      <div className="mb-4 rounded-2xl bg-tag px-4 pt-4 pb-1 text-tag-ink [--focus:var(--lamp)]">
        <WifiCredentials wifi={zone} index={index} />
        <div className="mt-3 border-tag-soft/50 border-t-2 border-dashed">
          <JoinWays wifi={zone} index={index} roomCode={roomCode} />
        </div>
      </div>
    </details>
  );
}
