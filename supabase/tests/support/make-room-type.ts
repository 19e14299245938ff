import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { insertRow, type Property } from './make-property.ts';

type Columns = Record<string, unknown>;

export interface RoomType extends Columns {
  id: string;
  property_id: string;
}

/** Makes a room type, by default a double for 80.00 a night. */
export function makeRoomType(
  database: TestDatabase,
  property: Property,
  columns: Columns = {},
): Promise<RoomType> {
  return insertRow<RoomType>(database, 'accom_room_types', {
    property_id: property.id,
    name: 'Double',
    price: 8000,
    ...columns,
  });
}

/** Makes a season of a type, by default for 120.00 a night. */
export function makeSeason(
  database: TestDatabase,
  type: RoomType,
  columns: Columns & { first_night: string; last_night: string },
): Promise<Columns> {
  return insertRow(database, 'accom_room_type_seasons', {
    property_id: type.property_id,
    room_type_id: type.id,
    name: 'Summer',
    price: 12_000,
    ...columns,
  });
}
