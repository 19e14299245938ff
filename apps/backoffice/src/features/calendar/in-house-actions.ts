'use server';

import { definePlaceAction } from '@/server/define-place-action';
import { idField, versionField } from '@/shell/form/field-schemas';
import { bedField, priceField } from './move-fields';
import { tellDone } from './tell-done';

export const moveInHouseAction = definePlaceAction(
  {
    action: 'calendar/move-in-house',
    role: 'staff',
    fields: { id: idField, version: versionField, bed: bedField, price: priceField },
  },
  async ({ client, input }) => {
    const returned = await client.query((db) =>
      db
        .rpc('move_guest_in_house', {
          booking_id: input.id,
          version: input.version,
          room_id: input.bed.roomId,
          bed: input.bed.bed,
          price: input.price,
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    return tellDone('movedInHouse', returned);
  },
);
