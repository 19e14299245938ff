import type { IconName } from '@gudbro/ui/icon';
import type { Bar } from './bars';
import type { Block, Stay } from './queries';

/** A colour of the tokens that an icon on a bar has. */
type BarInk = 'ink' | 'ink-soft' | 'accent-ink' | 'lamp-ink';

export type Look = { icon: IconName; ink: BarInk; className: string };

const stayLooks: Record<Stay['status'], Look> = {
  pending: { icon: 'bell', ink: 'lamp-ink', className: 'bg-lamp text-lamp-ink' },
  confirmed: { icon: 'check', ink: 'ink', className: 'border border-field-line bg-surface text-ink' },
  checked_in: { icon: 'key', ink: 'accent-ink', className: 'bg-accent text-accent-ink' },
  checked_out: { icon: 'arrow', ink: 'ink-soft', className: 'border border-line bg-sunken text-ink-soft' },
};

/** The room that a guest was moved from. */
const pastLook: Look = {
  icon: 'arrow',
  ink: 'ink-soft',
  className: 'border border-line border-dashed bg-sunken text-ink-soft',
};

const blockClass = 'calendar-block text-ink';
const blockLooks: Record<Block['kind'], Look> = {
  closed: { icon: 'lock', ink: 'ink', className: blockClass },
  maintenance: { icon: 'wrench', ink: 'ink', className: blockClass },
  owner_use: { icon: 'home', ink: 'ink', className: blockClass },
};

/** How bars can look. */
export const looks: readonly Look[] = [...Object.values(stayLooks), pastLook, ...Object.values(blockLooks)];

export const lookOfStay = ({ status }: Pick<Stay, 'status'>): Look => stayLooks[status];

export const lookOfBlock = ({ kind }: Pick<Block, 'kind'>): Look => blockLooks[kind];

export function lookOfBar(bar: Bar): Look {
  switch (bar.kind) {
    case 'stay':
      return lookOfStay(bar.stay);
    case 'past':
      return pastLook;
    case 'block':
      return lookOfBlock(bar.block);
  }
}
