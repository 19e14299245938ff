import { hasRole, type MemberRole } from '@/server/place';
import { screens } from '@/shell/place/screens';
import type { SetUp } from './queries';

/** In the order in which a new owner does them, each with its screen. */
const steps = [
  { key: 'rooms', path: 'rooms' },
  { key: 'wifi', path: 'settings/wifi' },
  { key: 'signs', path: 'sheets' },
  { key: 'contact', path: 'settings/place' },
  { key: 'rules', path: 'texts' },
  { key: 'services', path: 'catalogue' },
  { key: 'numbers', path: 'numbers' },
] as const satisfies readonly { key: keyof SetUp; path: string }[];

/** A step of the set-up. Its path is null for a role that may not open its screen. */
export type SetUpStep = { key: keyof SetUp; path: string | null };

/** The steps for a member of this role: the next one to do, the others that are left, and those that are done. */
export function sortSetUpSteps(setUp: SetUp, role: MemberRole) {
  const all = steps.map(({ key, path }): SetUpStep => ({ key, path: mayOpen(path, role) ? path : null }));
  const left = all.filter(({ key }) => !setUp[key]);
  const next = left.find(({ path }) => path !== null) ?? null;
  return { next, left: left.filter((step) => step !== next), done: all.filter(({ key }) => setUp[key]) };
}

/** A screen of the settings is for the role of the settings. */
function mayOpen(path: string, role: MemberRole): boolean {
  return screens.some((screen) => screen.path === path.split('/')[0] && hasRole(role, screen.role));
}
