import { z } from 'zod';
import { verificationMethods } from './verification-method.ts';

/** The shape of `accom_properties.access_settings`. The database checks the same shape. */
export const accessSettingsSchema = z.strictObject({
  browse_requires_verification: z.boolean(),
  wifi_visible_without_booking: z.boolean(),
  order_requires_verification: z.boolean(),
  verification_method: z.enum(verificationMethods),
  auto_checkin_on_verify: z.boolean(),
  readable_room_links: z.boolean(),
  documents: z.enum(['off', 'fields_only', 'image']),
});

/** A property's rules for its guests: what they may do without verification, and how it works. */
export type AccessSettings = z.infer<typeof accessSettingsSchema>;

/** Why settings contradict themselves. The database refuses them with the same reason. */
export type SettingsConflict = 'order_needs_a_method' | 'browse_needs_a_method';

/** The contradiction in these settings, or null: something requires verification, and the method is `none`. */
export function findSettingsConflict(settings: AccessSettings): SettingsConflict | null {
  if (settings.verification_method !== 'none') {
    return null;
  }
  if (settings.order_requires_verification) {
    return 'order_needs_a_method';
  }
  return settings.browse_requires_verification ? 'browse_needs_a_method' : null;
}
