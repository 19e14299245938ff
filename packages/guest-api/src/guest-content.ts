import { z } from 'zod';
import { translatedShape } from './translated-shape.ts';

const itemSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  priceMinor: z.int(),
  soldOut: z.boolean(),
  /** By the property's clock. Null: it is not sold out, or nobody knows until when. `date` is null where it is today. */
  soldOutUntil: z.object({ time: z.string(), date: z.iso.date().nullable() }).nullable(),
  availableNow: z.boolean(),
  availableFrom: z.string().nullable(),
  availableTo: z.string().nullable(),
  maxQuantity: z.int(),
  image: z.string().nullable(),
  ...translatedShape,
});

export type ServiceItem = z.infer<typeof itemSchema>;

const categorySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  icon: z.string().nullable(),
  items: z.array(itemSchema),
  ...translatedShape,
});

export type ServiceCategory = z.infer<typeof categorySchema>;

export const servicesSchema = z.object({ currency: z.string(), categories: z.array(categorySchema) });

export type Services = z.infer<typeof servicesSchema>;

export const dealSchema = z.object({
  id: z.string(),
  partner: z.string(),
  title: z.string(),
  description: z.string(),
  discount: z.string().nullable(),
  // Owners type these. An invalid date or link becomes null, so that it does not make the whole page fail.
  validUntil: z.iso.date().nullable().catch(null),
  link: z
    .url({ protocol: /^https$/ })
    .nullable()
    .catch(null),
  ...translatedShape,
});

export type Deal = z.infer<typeof dealSchema>;

export const numberSchema = z.object({
  category: z.string(),
  label: z.string(),
  phone: z.string(),
  ...translatedShape,
});

export type UsefulNumber = z.infer<typeof numberSchema>;

/** The catalogue, deals and useful numbers of a property. */
export const guestContentSchema = z.object({
  services: servicesSchema,
  deals: z.array(dealSchema),
  numbers: z.array(numberSchema),
});

export type GuestContent = z.infer<typeof guestContentSchema>;
