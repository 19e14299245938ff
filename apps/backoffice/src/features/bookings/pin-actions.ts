'use server';

import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { idField } from '@/shell/form/field-schemas';

/** A PIN, and the step of the history that made it. */
const pinSchema = z.object({ pin: z.string(), stepId: z.string() });

export const setPinAction = definePlaceAction(
  { action: 'bookings/pin', role: 'staff', fields: { id: idField } },
  async ({ client, input: { id } }) => ({
    shown: pinSchema.parse(
      await client.query((db) =>
        db
          .rpc('set_booking_pin', { booking_id: id })
          .overrideTypes<Record<string, unknown>, { merge: false }>(),
      ),
    ),
  }),
);

export const clearPinAction = definePlaceAction(
  { action: 'bookings/clear-pin', role: 'staff', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('clear_booking_pin', { booking_id: id }));
    return { done: 'pinCleared' };
  },
);
