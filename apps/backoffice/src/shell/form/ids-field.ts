import { z } from 'zod';

/** The ids of rows in their order, as `OrderForm` sends them. */
export const idsField = z
  .string()
  .transform((text) => text.split(' '))
  .pipe(z.array(z.uuid()).min(1).max(500));
