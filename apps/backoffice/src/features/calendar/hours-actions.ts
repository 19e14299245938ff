'use server';

import { tellWhatIsThere } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, timeOrNull, versionField } from '@/shell/form/field-schemas';
import { findHours } from './queries';
import { tellDone } from './tell-done';

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
    const isUsual = input.earlyFrom === null && input.lateUntil === null;
    return tellDone(isUsual ? 'hoursGivenUp' : 'hoursHeld', returned);
  },
);
