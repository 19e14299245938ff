import type { IconName } from '@gudbro/ui/icon';
import type { MemberRole } from '@/server/place';
import type { Waiting } from './use-place-pulse';

/** A screen of a place: its path after `/p/{slug}/`, also the key of its name in the namespace `Screens`. */
export type Screen = {
  path: string;
  icon: IconName;
  /** The lowest role that sees it. */
  role: MemberRole;
  /** The letter that opens it after `g`. */
  key: string;
  group: 'day' | 'rooms' | 'guests' | 'place';
  /** The switch that a person needs besides. */
  needs?: 'seesDocuments';
  /** What of the pulse waits on it for somebody. */
  waiting?: keyof Waiting;
};

const all = [
  { path: 'today', icon: 'home', role: 'housekeeper', key: 't', group: 'day', waiting: 'rooms' },
  { path: 'calendar', icon: 'timeline', role: 'staff', key: 'l', group: 'day' },
  { path: 'orders', icon: 'cart', role: 'staff', key: 'o', group: 'day', waiting: 'orders' },
  { path: 'reports', icon: 'wrench', role: 'staff', key: 'b', group: 'day', waiting: 'reports' },
  { path: 'bookings', icon: 'calendar', role: 'staff', key: 'k', group: 'day', waiting: 'requests' },
  { path: 'sessions', icon: 'qr', role: 'staff', key: 'u', group: 'day' },
  {
    path: 'documents',
    icon: 'idCard',
    role: 'staff',
    key: 'v',
    group: 'day',
    needs: 'seesDocuments',
    waiting: 'documents',
  },
  { path: 'rooms', icon: 'bed', role: 'housekeeper', key: 'r', group: 'rooms' },
  { path: 'sheets', icon: 'print', role: 'staff', key: 'p', group: 'rooms' },
  { path: 'types', icon: 'key', role: 'staff', key: 'y', group: 'rooms' },
  { path: 'catalogue', icon: 'bell', role: 'staff', key: 'c', group: 'guests' },
  { path: 'texts', icon: 'book', role: 'manager', key: 'x', group: 'guests' },
  { path: 'deals', icon: 'tag', role: 'staff', key: 'd', group: 'guests' },
  { path: 'numbers', icon: 'phone', role: 'staff', key: 'n', group: 'guests' },
  { path: 'areas', icon: 'pin', role: 'staff', key: 'a', group: 'guests' },
  { path: 'pictures', icon: 'image', role: 'manager', key: 'i', group: 'guests' },
  { path: 'settings', icon: 'settings', role: 'manager', key: 's', group: 'place' },
  { path: 'members', icon: 'people', role: 'housekeeper', key: 'm', group: 'place' },
  { path: 'history', icon: 'history', role: 'manager', key: 'h', group: 'place' },
  { path: 'help', icon: 'info', role: 'housekeeper', key: 'e', group: 'place' },
] as const satisfies readonly Screen[];

export type ScreenPath = (typeof all)[number]['path'];

/** All screens in the order of the rail. */
export const screens: readonly (Screen & { path: ScreenPath })[] = all;

export function formatScreenPath(slug: string, path: ScreenPath): string {
  return `/p/${slug}/${path}`;
}
