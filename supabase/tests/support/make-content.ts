import type { TestDatabase } from '@gudbro/supabase-local/testing';
import { insertRow, type Property } from './make-property.ts';

type Columns = Record<string, unknown>;

export interface Category extends Columns {
  id: string;
  property_id: string;
}

export interface Item extends Columns {
  id: string;
  name: string;
}

export function makeCategory(
  database: TestDatabase,
  property: Property,
  columns: Columns = {},
): Promise<Category> {
  return insertRow<Category>(database, 'accom_service_categories', {
    property_id: property.id,
    name: 'Breakfast',
    ...columns,
  });
}

export function makeItem(database: TestDatabase, category: Category, columns: Columns = {}): Promise<Item> {
  return insertRow<Item>(database, 'accom_service_items', {
    property_id: category.property_id,
    category_id: category.id,
    name: 'Beef phở',
    price: 75_000,
    ...columns,
  });
}

export function makeDeal(
  database: TestDatabase,
  property: Property,
  columns: Columns = {},
): Promise<Columns> {
  return insertRow(database, 'accom_local_deals', {
    property_id: property.id,
    partner: 'River Kitchen',
    title: 'Dinner by the bridge',
    ...columns,
  });
}

export function makeNumber(
  database: TestDatabase,
  property: Property,
  columns: Columns = {},
): Promise<Columns> {
  return insertRow(database, 'accom_useful_numbers', {
    property_id: property.id,
    category: 'Emergency',
    label: 'Police',
    phone: '113',
    ...columns,
  });
}

export function makeArea(
  database: TestDatabase,
  property: Property,
  columns: Columns = {},
): Promise<Columns> {
  return insertRow(database, 'areas', { property_id: property.id, name: 'Bathroom', ...columns });
}
