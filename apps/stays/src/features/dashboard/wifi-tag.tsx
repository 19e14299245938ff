import type { Wifi, WifiNetwork } from '@gudbro/guest-api/room-access';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { JoinWays } from './join-ways';
import { WifiCredentials } from './wifi-credentials';

type WifiTagProps = {
  wifi: Wifi;
  roomCode: string | null;
  /** A hidden WiFi appears with the proof of a stay. Otherwise it appears when the stay begins. */
  needsProof: boolean;
};

/** The room's WiFi, the first thing on the page because most guests come for it. It looks like the tag of a room key. */
export async function WifiTag({ wifi, roomCode, needsProof }: WifiTagProps) {
  const t = await getTranslations('Wifi');
  const { primary, hidden } = wifi;
  const hiddenText = needsProof ? t('hiddenUntilProved') : t('hidden');
  if (primary === null || hidden) {
    return (
      <Tag title={t('title')} icon={hidden ? 'lock' : 'wifi'}>
        <p className="text-pretty leading-relaxed">{hidden ? hiddenText : t('none')}</p>
      </Tag>
    );
  }
  const titles: Record<WifiNetwork['source'], string> = {
    room: t('titleRoom'),
    zone: t('titleZone', { zone: primary.label }),
    property: t('title'),
  };
  return (
    <Tag
      title={titles[primary.source]}
      icon="wifi"
      stub={<JoinWays wifi={primary} index={0} roomCode={roomCode} />}
    >
      <WifiCredentials wifi={primary} index={0} />
    </Tag>
  );
}

type TagProps = { title: string; icon: 'wifi' | 'lock'; children: ReactNode; stub?: ReactNode };

function Tag({ title, icon, children, stub }: TagProps) {
  return (
    <section
      aria-labelledby="wifi-title"
      className="relative overflow-hidden rounded-[1.75rem] bg-tag text-tag-ink [--focus:var(--lamp)]"
    >
      <div className="px-5 pt-4 pb-5">
        <div className="mb-3 flex items-center gap-2.5">
          <Icon name={icon} className="size-6 shrink-0 text-lamp" />
          <h2 id="wifi-title" className="wrap-anywhere grow font-display text-xl leading-snug">
            {title}
          </h2>
        </div>
        {children}
      </div>
      {stub && (
        <div className="relative border-tag-soft/50 border-t-2 border-dashed px-5 py-1">
          <Notch side="-left-3" />
          <Notch side="-right-3" />
          {stub}
        </div>
      )}
    </section>
  );
}

function Notch({ side }: { side: string }) {
  return <span aria-hidden="true" className={`absolute -top-3 size-5.5 rounded-full bg-canvas ${side}`} />;
}
