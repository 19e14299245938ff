import { expect, test } from 'vitest';
import { listChanges } from './list-changes.ts';

const changed = (from: unknown, to: unknown) => listChanges({ action: 'changed', detail: { from, to } });

test('a changed row has each field with both values', () => {
  expect(changed({ floor: '1', capacity: 2 }, { floor: '2', capacity: 4 })).toEqual([
    { field: 'floor', from: '1', to: '2' },
    { field: 'capacity', from: 2, to: 4 },
  ]);
});

test('of the access settings only those are named that differ', () => {
  const settings = { documents: 'image', occupancy_hidden: false };
  expect(
    changed({ access_settings: settings }, { access_settings: { ...settings, documents: 'off' } }),
  ).toEqual([{ field: 'documents', from: 'image', to: 'off' }]);
});

test('texts are named with their language', () => {
  expect(
    changed(
      { translations: { vi: { name: 'Trà' } } },
      { translations: { vi: { name: 'Trà đá' }, de: { name: 'Eistee' } } },
    ),
  ).toEqual([
    { field: 'name', language: 'vi', from: 'Trà', to: 'Trà đá' },
    { field: 'name', language: 'de', from: undefined, to: 'Eistee' },
  ]);
});

test('a new row has what is filled in, and no ids', () => {
  const row = { id: 'a', property_id: 'b', name: 'Pool', floor: null, beds: [], notes: '', sort_order: 0 };
  expect(listChanges({ action: 'added', detail: { from: null, to: row, name: 'Pool' } })).toEqual([
    { field: 'name', to: 'Pool' },
    { field: 'sort_order', to: 0 },
  ]);
});

test('an entry of a function has its step and its other facts', () => {
  expect(listChanges({ action: 'room_code_replaced', detail: { from: 'RM-OLD', to: 'RM-NEW' } })).toEqual([
    { field: 'room_code_replaced', from: 'RM-OLD', to: 'RM-NEW' },
  ]);
  expect(listChanges({ action: 'member_invited', detail: { role: 'staff', invitedBy: 'x' } })).toEqual([
    { field: 'role', to: 'staff' },
  ]);
});
