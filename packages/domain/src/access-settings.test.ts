import { expect, test } from 'vitest';
import { accessSettingsSchema } from './access-settings.ts';
import { defaultAccessSettings, propertyTypes } from './default-access-settings.ts';
import { findSettingsConflict } from './find-settings-conflict.ts';

test.each(propertyTypes)(
  'the default settings of a %s are valid and do not contradict themselves',
  (type) => {
    const settings = defaultAccessSettings(type, 'VN');
    expect(accessSettingsSchema.parse(settings)).toEqual(settings);
    expect(findSettingsConflict(settings)).toBeNull();
  },
);

test.each([
  ['hostel', true, 'last_name', true],
  ['hotel', true, 'last_name', true],
  ['villa', false, 'none', true],
  ['apartment', false, 'none', true],
  ['resort', true, 'pin', false],
] as const)('the default settings of a %s are those of its type', (type, order, method, wifi) => {
  expect(defaultAccessSettings(type, 'VN')).toMatchObject({
    order_requires_verification: order,
    verification_method: method,
    wifi_visible_without_booking: wifi,
    browse_requires_verification: false,
  });
});

test.each([
  ['ES', 'fields_only'],
  ['VN', 'fields_only'],
  ['ZZ', 'fields_only'],
  ['JP', 'image'],
  ['US', 'off'],
])('the default settings in %s keep of an ID: %s', (country, documents) => {
  expect(defaultAccessSettings('hotel', country).documents).toBe(documents);
});

test('settings with verification for orders and no method are a conflict', () => {
  const settings = { ...defaultAccessSettings('hotel', 'VN'), verification_method: 'none' as const };
  expect(findSettingsConflict(settings)).toBe('order_needs_a_method');
});

test('settings with verification for browsing and no method are a conflict', () => {
  const settings = { ...defaultAccessSettings('villa', 'VN'), browse_requires_verification: true };
  expect(findSettingsConflict(settings)).toBe('browse_needs_a_method');
});

test.each([
  ['asks nothing', 'villa', {}, 'hidden_occupancy_needs_a_proof'],
  [
    'asks nothing whatever its method',
    'villa',
    { verification_method: 'pin' },
    'hidden_occupancy_needs_a_proof',
  ],
  [
    'asks for the room number',
    'hotel',
    { verification_method: 'room_number' },
    'hidden_occupancy_needs_a_proof',
  ],
  ['asks for the last name', 'hotel', {}, null],
  ['asks for the PIN', 'resort', {}, null],
] as const)(
  'the occupancy of a property that %s: hiding it is a conflict or not',
  (_, type, change, conflict) => {
    const settings = { ...defaultAccessSettings(type, 'VN'), occupancy_hidden: true, ...change };
    expect(findSettingsConflict(settings)).toBe(conflict);
  },
);
