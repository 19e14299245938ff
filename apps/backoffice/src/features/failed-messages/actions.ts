'use server';

import { definePlaceAction } from '@/server/define-place-action';
import { idField } from '@/shell/form/field-schemas';

export const dropMessageAction = definePlaceAction(
  { action: 'messages/drop', role: 'manager', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('drop_failed_job', { job_id: id }));
    return { done: 'messageDropped' };
  },
);
