import type { IconName } from '@gudbro/ui/icon';
import type { MemberRole } from '@/server/place';

/** What somebody does often: its screen, which is also the key of its name in the namespace `Commands`. */
export type Command = {
  path: string;
  icon: IconName;
  /** The lowest role that may do it. */
  role: MemberRole;
  /** The letter that opens it after `n`. */
  key: string;
};

const all = [
  { path: 'bookings/walk-in', icon: 'key', role: 'staff', key: 'w' },
  { path: 'bookings/new', icon: 'calendar', role: 'staff', key: 'b' },
  { path: 'bookings/group', icon: 'people', role: 'staff', key: 'g' },
  { path: 'sessions/new', icon: 'qr', role: 'staff', key: 'c' },
  { path: 'orders/kitchen', icon: 'cart', role: 'staff', key: 'k' },
  { path: 'sheets/walk', icon: 'check', role: 'staff', key: 'r' },
] as const satisfies readonly Command[];

export type CommandPath = (typeof all)[number]['path'];

/** What *find anything* offers to do, and what has keys. */
export const commands: readonly (Command & { path: CommandPath })[] = all;
