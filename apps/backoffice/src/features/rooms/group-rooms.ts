import type { OwnProperty, OwnRoom } from './queries';

export type PropertyWithRooms = { property: OwnProperty; rooms: OwnRoom[] };

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Groups rooms by property, sorted by their numbers as numbers: 2 before 10. */
export function groupRooms(
  properties: readonly OwnProperty[],
  rooms: readonly OwnRoom[],
): PropertyWithRooms[] {
  return properties.map((property) => ({
    property,
    rooms: rooms
      .filter(({ propertyId }) => propertyId === property.id)
      .sort((a, b) => collator.compare(a.number, b.number)),
  }));
}
