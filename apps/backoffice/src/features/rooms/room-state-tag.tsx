import { Icon, type IconName } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { RoomState } from './room-state';

const looks: Record<RoomState, { icon: IconName; className: string }> = {
  clean: { icon: 'check', className: 'text-ink-soft' },
  inspected: { icon: 'check', className: 'bg-sunken text-ink' },
  dirty: { icon: 'bed', className: 'bg-lamp font-semibold text-lamp-ink' },
  cleaning: { icon: 'clock', className: 'border border-field-line text-ink' },
  out_of_order: { icon: 'wrench', className: 'bg-danger-surface font-semibold text-danger' },
};

/** The state of a room, by icon, word and colour. A dorm that is clean may have beds to make. */
export async function RoomStateTag({ state, dirtyBeds = 0 }: { state: RoomState; dirtyBeds?: number }) {
  const t = await getTranslations('RoomState');
  const hasBedsToMake = dirtyBeds > 0 && (state === 'clean' || state === 'inspected');
  const { icon, className } = looks[hasBedsToMake ? 'dirty' : state];
  return (
    <span
      className={`inline-flex items-center gap-1.5 whitespace-nowrap rounded-lg px-2 py-1 text-sm ${className}`}
    >
      <Icon name={icon} className="size-4 shrink-0" />
      {hasBedsToMake ? t('bedsToMake', { count: dirtyBeds }) : t(`state_${state}`)}
    </span>
  );
}
