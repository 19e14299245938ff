import { expect, test } from 'vitest';
import { accessSettingsSchema, findSettingsConflict } from './access-settings.ts';
import { defaultAccessSettings, propertyTypes } from './default-access-settings.ts';

test.each(propertyTypes)('a new %s starts with settings that do not contradict themselves', (type) => {
  const settings = defaultAccessSettings(type, 'VN');
  expect(accessSettingsSchema.parse(settings)).toEqual(settings);
  expect(findSettingsConflict(settings)).toBeNull();
});

test.each([
  ['hostel', true, 'last_name', true],
  ['hotel', true, 'last_name', true],
  ['villa', false, 'none', true],
  ['apartment', false, 'none', true],
  ['resort', true, 'pin', false],
] as const)('a %s has its own defaults', (type, order, method, wifi) => {
  expect(defaultAccessSettings(type, 'VN')).toMatchObject({
    order_requires_verification: order,
    verification_method: method,
    wifi_visible_without_booking: wifi,
    browse_requires_verification: false,
  });
});

test.each(['ES', 'IT'])('no copies of ID are taken in %s', (country) => {
  expect(defaultAccessSettings('hotel', country).documents).toBe('off');
});

test('copies of ID are taken where the law allows them', () => {
  expect(defaultAccessSettings('hotel', 'VN').documents).toBe('image');
});

test('orders that need proof need a method', () => {
  const settings = { ...defaultAccessSettings('hotel', 'VN'), verification_method: 'none' as const };
  expect(findSettingsConflict(settings)).toBe('order_needs_a_method');
});

test('a page that needs proof needs a method', () => {
  const settings = { ...defaultAccessSettings('villa', 'VN'), browse_requires_verification: true };
  expect(findSettingsConflict(settings)).toBe('browse_needs_a_method');
});
