import { expect, test } from 'vitest';
import { sortSetUpSteps } from './set-up-steps.ts';

const nothing = {
  rooms: false,
  wifi: false,
  signs: false,
  contact: false,
  rules: false,
  services: false,
  numbers: false,
};
const everything = {
  rooms: true,
  wifi: true,
  signs: true,
  contact: true,
  rules: true,
  services: true,
  numbers: true,
};

test.each(['manager', 'owner'] as const)('a %s may open the screen of every step', (role) => {
  const { next, left, done } = sortSetUpSteps(nothing, role);
  expect(next).toEqual({ key: 'rooms', path: 'rooms' });
  expect(left.map(({ path }) => path)).not.toContain(null);
  expect(left).toHaveLength(6);
  expect(done).toEqual([]);
});

test('staff are led to no screen of managers, whether its step is done or not', () => {
  const closed = ['wifi', 'contact', 'rules'];
  const closedOf = (steps: readonly { key: string; path: string | null }[]) =>
    steps.filter(({ path }) => path === null).map(({ key }) => key);
  expect(closedOf(sortSetUpSteps(nothing, 'staff').left)).toEqual(closed);
  expect(closedOf(sortSetUpSteps(everything, 'staff').done)).toEqual(closed);
});

test('the next step is the first one left whose screen the role may open', () => {
  const setUp = { ...everything, wifi: false, numbers: false };
  expect(sortSetUpSteps(setUp, 'owner').next?.key).toBe('wifi');
  expect(sortSetUpSteps(setUp, 'staff').next?.key).toBe('numbers');
  expect(sortSetUpSteps({ ...everything, wifi: false }, 'staff').next).toBeNull();
});
