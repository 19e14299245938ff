'use server';

import { definePlaceAction } from '@/server/define-place-action';
import { idField } from '../form/field-schemas';

/** Sends a message that failed once more. SQL says who may: the desk for what guests are told, managers for everything. */
export const retryMessageAction = definePlaceAction(
  { action: 'messages/retry', role: 'staff', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('retry_failed_job', { job_id: id }));
    return { done: 'messageTriedAgain' };
  },
);
