import { orderSettingsSchema, propertyTypes, verificationMethods } from '@gudbro/domain';
import { z } from 'zod';
import { guestContentSchema } from './guest-content.ts';
import { translatedShape } from './translated-shape.ts';

/** What `resolve_room_access` returns. Its field names are those of the guest API, so nothing is mapped. */

const wifiNetworkSchema = z.object({
  network: z.string(),
  password: z.string().nullable(),
  source: z.enum(['room', 'zone', 'property']),
  label: z.string(),
  ...translatedShape,
});

export type WifiNetwork = z.infer<typeof wifiNetworkSchema>;

export const wifiSchema = z.object({
  /** True if the owner shows WiFi only during a stay, and none is on, or the property does not tell. */
  hidden: z.boolean(),
  primary: wifiNetworkSchema.nullable(),
  zones: z.array(wifiNetworkSchema),
});

export type Wifi = z.infer<typeof wifiSchema>;

const roomSchema = z.object({
  id: z.uuid(),
  code: z.string(),
  number: z.string(),
  type: z.string(),
  floor: z.string().nullable(),
  ...translatedShape,
});

/** The room of the guest's own stay. Its id and code are null unless the stay is live. */
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
  /** How long an order takes, and how it is paid. Null: the property does not tell. */
  ordersArriveMinutes: orderSettingsSchema.shape.orders_arrive_minutes,
  ordersPaid: orderSettingsSchema.shape.orders_paid,
  hasLinkedFnb: z.boolean(),
  linkedFnbSlug: z.string().nullable(),
  ...translatedShape,
});

export type Property = z.infer<typeof propertySchema>;

/** How a guest of this room is verified, and for what. */
export const accessSettingsSchema = z.object({
  browseRequiresVerification: z.boolean(),
  orderRequiresVerification: z.boolean(),
  verificationMethod: z.enum(verificationMethods),
});

export const resolvedRoomSchema = z.object({
  ok: z.literal(true),
  room: roomSchema,
  property: propertySchema,
  wifi: wifiSchema,
  /** Null: the property does not tell whether a stay is on in the room. */
  hasActiveBooking: z.boolean().nullable(),
  accessSettings: accessSettingsSchema,
});

export type ResolvedRoom = z.infer<typeof resolvedRoomSchema>;

export const resolvedRoomWithContentSchema = resolvedRoomSchema.extend(guestContentSchema.shape);

export type ResolvedRoomWithContent = z.infer<typeof resolvedRoomWithContentSchema>;
