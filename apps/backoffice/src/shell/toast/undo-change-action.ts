'use server';

import { definePlaceAction } from '@/server/define-place-action';
import { idField } from '../form/field-schemas';

/** Undoes one change of the history, within ten minutes and without a reason. */
export const undoChangeAction = definePlaceAction(
  { action: 'history/undo', role: 'housekeeper', fields: { changeId: idField } },
  async ({ client, input }) => {
    await client.query((db) => db.rpc('undo_change', { change_id: input.changeId }));
    return { done: 'undone' };
  },
);
