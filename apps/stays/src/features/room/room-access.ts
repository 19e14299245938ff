import { propertyTypes, verificationMethods } from '@gudbro/domain';
import { z } from 'zod';
import { guestContentSchema } from '../content/guest-content';
import { translatedShape } from '../language/translated-shape';

/** What `resolve_room_access` returns. The database speaks the guest API's words, so nothing is renamed. */

const wifiNetworkSchema = z.object({
  network: z.string(),
  password: z.string().nullable(),
  source: z.enum(['room', 'zone', 'property']),
  label: z.string(),
  ...translatedShape,
});

export type WifiNetwork = z.infer<typeof wifiNetworkSchema>;

export const wifiSchema = z.object({
  /** The owner shows WiFi only while somebody stays in the room, and nobody does. */
  hidden: z.boolean(),
  primary: wifiNetworkSchema.nullable(),
  zones: z.array(wifiNetworkSchema),
});

export type Wifi = z.infer<typeof wifiSchema>;

export const roomSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  number: z.string(),
  type: z.string(),
  floor: z.string().nullable(),
  ...translatedShape,
});

/** The room of one's own stay: a pending request learns neither its id nor its code. */
export const ownRoomSchema = roomSchema.extend({ id: z.uuid().nullable(), code: z.string().nullable() });

export const propertySchema = z.object({
  id: z.uuid(),
  name: z.string(),
  slug: z.string(),
  type: z.enum(propertyTypes),
  description: z.string(),
  address: z.string(),
  contactPhone: z.string().nullable(),
  contactWhatsapp: z.string().nullable(),
  contactEmail: z.string().nullable(),
  checkinTime: z.string(),
  checkoutTime: z.string(),
  timezone: z.string(),
  currency: z.string(),
  defaultLocale: z.string(),
  houseRules: z.array(z.string()),
  amenities: z.array(z.string()),
  images: z.array(z.string()),
  hasLinkedFnb: z.boolean(),
  linkedFnbSlug: z.string().nullable(),
  ...translatedShape,
});

export type Property = z.infer<typeof propertySchema>;

/** What a guest of this room is asked, and when. */
export const accessSettingsSchema = z.object({
  browseRequiresVerification: z.boolean(),
  orderRequiresVerification: z.boolean(),
  verificationMethod: z.enum(verificationMethods),
});

export const openRoomSchema = z.object({
  ok: z.literal(true),
  room: roomSchema,
  property: propertySchema,
  wifi: wifiSchema,
  hasActiveBooking: z.boolean(),
  accessSettings: accessSettingsSchema,
});

export type OpenRoom = z.infer<typeof openRoomSchema>;

export const readableRoomSchema = openRoomSchema.extend(guestContentSchema.shape);

/** With all that its page shows: the catalogue, the deals and the numbers. */
export type ReadableRoom = z.infer<typeof readableRoomSchema>;
