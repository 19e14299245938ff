'use server';

import { z } from 'zod';
import { tellWhatIsThere } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, switchField, timeOrNull, versionField } from '@/shell/form/field-schemas';
import { bedField, dayField, priceField } from './move-fields';
import { findHours } from './queries';
import { tellDone } from './tell-done';

export const moveInHouseAction = definePlaceAction(
  {
    action: 'calendar/move-in-house',
    role: 'staff',
    fields: {
      id: idField,
      version: versionField,
      bed: bedField,
      /** The day of departure, which may be another one than before. */
      checkOut: dayField,
      price: priceField,
      /** The room is not clean. */
      despiteRoom: switchField,
      /** The ids of the reports that stay with the old room, with spaces between: a form has no lists. */
      stayingReports: z
        .string()
        .transform((text) => text.split(' ').filter(Boolean))
        .pipe(z.array(z.uuid()).max(50)),
    },
  },
  async ({ client, input }) => {
    const returned = await client.query((db) =>
      db
        .rpc('move_guest_in_house', {
          booking_id: input.id,
          version: input.version,
          room_id: input.bed.roomId,
          bed: input.bed.bed,
          check_out: input.checkOut,
          price: input.price,
          despite_room: input.despiteRoom,
          staying_reports: input.stayingReports,
        })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    return tellDone('movedInHouse', returned);
  },
);

export const setHoursAction = definePlaceAction(
  {
    action: 'calendar/hours',
    role: 'staff',
    fields: { id: idField, version: versionField, earlyFrom: timeOrNull, lateUntil: timeOrNull },
  },
  async ({ client, place, input }) => {
    const returned = await tellWhatIsThere(
      () => findHours(client, place.id, input.id),
      () =>
        client.query((db) =>
          db
            .rpc('set_stay_hours', {
              booking_id: input.id,
              version: input.version,
              // The generated types do not know that these may be null.
              early_from: input.earlyFrom as string,
              late_until: input.lateUntil as string,
            })
            .overrideTypes<Record<string, unknown>, { merge: false }>(),
        ),
    );
    return tellDone('hoursHeld', returned);
  },
);
