'use server';

import { definePlaceAction } from '@/server/define-place-action';
import { idField, requiredText } from '@/shell/form/field-schemas';

/** Erases of a guest what may be erased now. The rest goes when its time is over. */
export const erasePersonAction = definePlaceAction(
  {
    action: 'documents/erase-person',
    role: 'manager',
    fields: { booking: idField, reason: requiredText(500) },
  },
  async ({ client, place, input: { booking, reason } }) => {
    await client.query((db) =>
      db
        .rpc('erase_person_data', { property_id: place.id, booking_id: booking, reason })
        .overrideTypes<unknown[], { merge: false }>(),
    );
    return { done: 'personErased' };
  },
);
