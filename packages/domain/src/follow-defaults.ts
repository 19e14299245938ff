import type { AccessSettings } from './access-settings.ts';
import { defaultAccessSettings, type PropertyType } from './default-access-settings.ts';
import { findSettingsConflict } from './find-settings-conflict.ts';

type Kind = { type: PropertyType; country: string };

/**
 * The access settings of a place whose type or country is corrected: what nobody has changed follows the new defaults, and what
 * somebody has chosen stays. Where the two contradict each other nothing follows.
 */
export function followDefaults(settings: AccessSettings, before: Kind, after: Kind): AccessSettings {
  const were = defaultAccessSettings(before.type, before.country);
  const are = defaultAccessSettings(after.type, after.country);
  const followed: AccessSettings = { ...settings };
  for (const key of Object.keys(are) as (keyof AccessSettings)[]) {
    // the keys of an AccessSettings
    if (settings[key] === were[key]) {
      Object.assign(followed, { [key]: are[key] });
    }
  }
  return findSettingsConflict(followed) === null ? followed : settings;
}
