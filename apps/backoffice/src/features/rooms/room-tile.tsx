import { formatRoomLabel } from '@gudbro/domain';
import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { InactiveTag } from './inactive-tag';
import type { OwnRoom } from './queries';

/** One room of a list. The link is its name, and pressing anywhere on the tile follows it. */
export async function RoomTile({ room, shortCode }: { room: OwnRoom; shortCode: string }) {
  const t = await getTranslations('Room');
  const details = [room.type?.name ?? '', t('capacityValue', { count: room.capacity })].filter(
    (detail) => detail !== '',
  );
  return (
    <li className="relative flex min-h-20 items-center gap-4 rounded-2xl bg-surface px-5 py-4 shadow-lift hover:bg-sunken motion-safe:transition-colors has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:outline-offset-2">
      <div className="min-w-0 grow">
        <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold text-lg tabular-nums">
          <Link
            href={`/rooms/${room.id}`}
            prefetch={false}
            className="break-words outline-none after:absolute after:inset-0 after:rounded-2xl"
          >
            {formatRoomLabel(shortCode, room.number)}
          </Link>
          {!room.isActive && <InactiveTag />}
        </h3>
        <p className="break-words text-ink-soft">{details.join(' · ')}</p>
      </div>
      <Icon name="qr" className="size-6 shrink-0 text-accent" />
    </li>
  );
}
