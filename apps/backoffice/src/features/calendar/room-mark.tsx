import { Icon, type IconName } from '@gudbro/ui/icon';
import type { RoomState } from './queries';

const icons: Partial<Record<RoomState, IconName>> = {
  dirty: 'bed',
  cleaning: 'clock',
  out_of_order: 'wrench',
};

/** What is to be done in a room before its next guest, beside its number. A clean room has none. The name of the row says it too. */
export function RoomMark({ state }: { state: RoomState }) {
  const icon = icons[state];
  return icon === undefined ? null : (
    <Icon
      name={icon}
      className={`size-4 shrink-0 ${state === 'out_of_order' ? 'text-danger' : 'text-ink-soft'}`}
    />
  );
}
