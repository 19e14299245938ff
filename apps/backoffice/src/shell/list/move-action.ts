'use server';

import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { idField } from '../form/field-schemas';

/** Moves a row of what the place offers to another place of its list, in which guests read it too. */
export const moveAction = definePlaceAction(
  {
    action: 'content/move',
    role: 'manager',
    fields: {
      kind: z.enum(['categories', 'items', 'deals', 'numbers', 'areas']),
      id: idField,
      to: z
        .string()
        .regex(/^\d{1,5}$/)
        .transform(Number),
    },
  },
  async ({ client, input: { kind, id, to } }) => {
    await client.query((db) => db.rpc('move_content', { kind, row_id: id, place: to }));
    return {};
  },
);
