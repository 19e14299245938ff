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
  occupancy_hidden: z.boolean(),
  documents: z.enum(['off', 'fields_only', 'image']),
});

/** A property's rules for its guests: what they may do without verification, and how it works. */
export type AccessSettings = z.infer<typeof accessSettingsSchema>;
