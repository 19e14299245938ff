import { expect, test } from 'vitest';
import { applyLeft, findNewer, leaveThings } from './acts';
import type { Things } from './bars';
import type { Move } from './moves';
import type { Block, Stay } from './queries';

const [before, left, after] = [
  '2031-03-01T10:00:00+00:00',
  '2031-03-01T10:00:00.5+00:00',
  '2031-03-01T10:00:00.51+00:00',
];
const stay = (version: string) =>
  ({
    id: 'a',
    version,
    roomId: '101',
    bed: '',
    from: '2031-03-03',
    to: '2031-03-06',
    roomFrom: '2031-03-03',
  }) as Stay;
const block = { id: 'k', version: before, roomId: '101', from: '2031-03-03', to: '2031-03-06' } as Block;
const move: Move = { id: 'a', roomId: '102', bed: '', from: '2031-03-04', to: '2031-03-07' };
const read = (version: string): Things => ({ stays: [stay(version)], pastRooms: [], blocks: [block] });

test('a stay that was read before it was moved is shown where it was put, at the version that this left', () => {
  const done = leaveThings(new Map(), { a: left }, [move], undefined);
  const [shown] = applyLeft(read(before), done).stays;
  expect(shown).toMatchObject({ roomId: '102', from: '2031-03-04', to: '2031-03-07', version: left });
});

test('a stay that somebody else moved after that is shown where it is', () => {
  const done = leaveThings(new Map(), { a: left }, [move], undefined);
  expect(applyLeft(read(after), done).stays).toEqual([stay(after)]);
});

test('a stay that was where it was put, and so kept its version, is shown as it was read', () => {
  const done = leaveThings(new Map(), {}, [move], undefined);
  expect(applyLeft(read(before), done).stays).toEqual([stay(before)]);
});

test('a block is shown where it was put', () => {
  const moved = { ...block, roomId: '102' };
  const done = leaveThings(new Map(), { k: left }, [], moved);
  expect(applyLeft(read(before), done).blocks).toEqual([{ ...moved, version: left }]);
});

test('of the version that was read and the one that an act left, the later one counts', () => {
  expect(findNewer(before, left)).toBe(left);
  expect(findNewer(after, left)).toBe(after);
  expect(findNewer(before, undefined)).toBe(before);
});
