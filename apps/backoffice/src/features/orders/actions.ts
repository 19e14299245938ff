'use server';

import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, optionalText } from '@/shell/form/field-schemas';

const table = 'accom_service_orders';

/** Each step with the text that says it was taken. */
const texts = {
  confirmed: 'order_confirmed',
  preparing: 'order_preparing',
  delivered: 'order_delivered',
  rejected: 'order_rejected',
  acknowledged: 'order_acknowledged',
} as const;

/**
 * Takes one step with an order. One action for all of them: the board runs it from one place, since the card whose button was
 * pressed has moved on when the answer comes.
 */
export const takeStepAction = definePlaceAction(
  {
    action: 'orders/step',
    role: 'staff',
    fields: {
      id: idField,
      step: z.enum(Object.keys(texts) as (keyof typeof texts)[]), // TypeScript has the keys of an object as strings
      reason: optionalText(500).optional(),
    },
  },
  async ({ client, input: { id, step, reason } }) => {
    await client.query((db) =>
      step === 'acknowledged'
        ? db.rpc('acknowledge_cancellation', { order_id: id })
        : db.rpc('set_order_status', {
            order_id: id,
            status: step,
            ...(reason === undefined ? {} : { reason }),
          }),
    );
    return { done: texts[step], changed: { table, id } };
  },
);
