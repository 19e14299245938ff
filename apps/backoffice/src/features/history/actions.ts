'use server';

import { definePlaceAction } from '@/server/define-place-action';
import { idField, textOrNull } from '@/shell/form/field-schemas';

/** Undoes an entry. Which entries need a reason, SQL decides. */
export const undoEntryAction = definePlaceAction(
  { action: 'history/undo-entry', role: 'manager', fields: { id: idField, reason: textOrNull(500) } },
  async ({ client, place, input: { id, reason } }) => {
    await client.query((db) =>
      db.rpc('undo_change', { change_id: id, ...(reason === null ? {} : { reason }) }),
    );
    return { done: 'undone', goTo: `/p/${place.slug}/history` };
  },
);
