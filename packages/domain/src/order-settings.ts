import { z } from 'zod';
import type { PropertyType } from './default-access-settings.ts';

const ordersPaidWays = ['room_bill', 'on_delivery', 'included'] as const;

/** How guests of a property pay for orders. */
export type OrdersPaid = (typeof ordersPaidWays)[number];

/** What a property's guests read about orders; null where they read nothing. The database checks the same. */
export const orderSettingsSchema = z.strictObject({
  orders_arrive_minutes: z.int().min(5).max(240).nullable(),
  orders_paid: z.enum(ordersPaidWays).nullable(),
});

/** How a new property is paid for orders. Null: nothing can be assumed of its type. The database has the same rule. */
export function defaultOrdersPaid(type: PropertyType): OrdersPaid | null {
  switch (type) {
    case 'hotel':
    case 'resort':
      return 'room_bill';
    case 'hostel':
      return 'on_delivery';
    case 'villa':
    case 'apartment':
      return null;
  }
}
