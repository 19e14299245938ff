import { expect, test } from 'vitest';
import { groupRooms } from './group-rooms.ts';
import type { OwnProperty, OwnRoom } from './queries.ts';

const property: OwnProperty = {
  id: 'sunset',
  name: 'Sunset Hotel',
  type: 'hotel',
  shortCode: 'SUN',
  isActive: true,
  role: 'owner',
};

function room(number: string, propertyId = property.id): OwnRoom {
  return { id: number, propertyId, number, type: null, capacity: 2, floor: null, beds: [], isActive: true };
}

test('the rooms of a property are sorted by their numbers as numbers', () => {
  const rooms = ['10', '2', 'B1', '1', 'a2'].map((number) => room(number));
  const [group] = groupRooms([property], rooms);
  expect(group?.rooms.map(({ number }) => number)).toEqual(['1', '2', '10', 'a2', 'B1']);
});

test('a property without rooms is a group without rooms', () => {
  expect(groupRooms([property], [room('1', 'beach')])).toEqual([{ property, rooms: [] }]);
});
