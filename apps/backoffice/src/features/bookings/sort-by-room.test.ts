import { expect, test } from 'vitest';
import { sortArrivals, sortByRoom } from './sort-by-room.ts';

const rows = ['10', '9', 'D1/B', 'D1/A', '101'].map((text) => {
  const [roomNumber = '', bed = ''] = text.split('/');
  return { roomNumber, bed };
});
const name = ({ roomNumber, bed }: (typeof rows)[number]) => [roomNumber, bed].filter(Boolean).join('/');

test('rooms are sorted by their numbers, and beds within them', () => {
  expect(sortByRoom(rows).map(name)).toEqual(['9', '10', '101', 'D1/A', 'D1/B']);
});

test('guests who are here come first, those with a ready room before those who wait, then those with something in the way', () => {
  const readUrgency = ({ roomNumber, bed }: (typeof rows)[number]) => ({
    isHere: roomNumber === 'D1',
    isBlocked: roomNumber === '101' || roomNumber === '10' || bed === 'A',
  });
  expect(sortArrivals(rows, readUrgency).map(name)).toEqual(['D1/B', 'D1/A', '10', '101', '9']);
});
