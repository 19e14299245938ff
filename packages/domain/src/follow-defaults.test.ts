import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultAccessSettings, propertyTypes } from './default-access-settings.ts';
import { findSettingsConflict } from './find-settings-conflict.ts';
import { followDefaults } from './follow-defaults.ts';

const kind = fc.record({
  type: fc.constantFrom(...propertyTypes),
  country: fc.constantFrom('VN', 'JP', 'US', 'ES'),
});

test('settings that nobody changed become those of the new type and country', () => {
  fc.assert(
    fc.property(kind, kind, (before, after) => {
      const settings = defaultAccessSettings(before.type, before.country);
      expect(followDefaults(settings, before, after)).toEqual(
        defaultAccessSettings(after.type, after.country),
      );
    }),
  );
});

test('what somebody chose stays', () => {
  const before = { type: 'hotel', country: 'VN' } as const;
  const chosen = {
    ...defaultAccessSettings('hotel', 'VN'),
    occupancy_hidden: true,
    documents: 'off' as const,
  };
  expect(followDefaults(chosen, before, { type: 'resort', country: 'JP' })).toMatchObject({
    occupancy_hidden: true,
    documents: 'off',
    verification_method: 'pin',
  });
});

test('nothing follows where it would contradict what was chosen', () => {
  const before = { type: 'hotel', country: 'VN' } as const;
  // A villa asks nothing, and hidden occupancy needs a proof.
  const chosen = { ...defaultAccessSettings('hotel', 'VN'), occupancy_hidden: true };
  const followed = followDefaults(chosen, before, { type: 'villa', country: 'VN' });
  expect(followed).toEqual(chosen);
  expect(findSettingsConflict(followed)).toBeNull();
});
