import { z } from 'zod';
import { verificationMethods } from './verification-method.ts';

/** The shape of `accom_properties.access_settings`. The database checks the same one. */
export const accessSettingsSchema = z.strictObject({
  browse_requires_verification: z.boolean(),
  wifi_visible_without_booking: z.boolean(),
  order_requires_verification: z.boolean(),
  verification_method: z.enum(verificationMethods),
  auto_checkin_on_verify: z.boolean(),
  readable_room_links: z.boolean(),
  documents: z.enum(['off', 'fields_only', 'image']),
});

export type AccessSettings = z.infer<typeof accessSettingsSchema>;

export type SettingsConflict = 'order_needs_a_method' | 'browse_needs_a_method';

/** Combinations that contradict themselves: something asks for proof, and the method asks for nothing. */
export function findSettingsConflict(settings: AccessSettings): SettingsConflict | null {
  if (settings.verification_method !== 'none') {
    return null;
  }
  if (settings.order_requires_verification) {
    return 'order_needs_a_method';
  }
  return settings.browse_requires_verification ? 'browse_needs_a_method' : null;
}
