'use server';

import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { contentKinds, moveContent } from '@/server/move-content';
import { idField } from '../form/field-schemas';

/** Moves a row of what the place offers to another place of its list, in which guests read it too. */
export const moveAction = definePlaceAction(
  {
    action: 'content/move',
    role: 'manager',
    fields: {
      kind: z.enum(contentKinds),
      id: idField,
      to: z
        .string()
        .regex(/^\d{1,5}$/)
        .transform(Number),
    },
  },
  async ({ client, input: { kind, id, to } }) => {
    await moveContent(client, { kind, id, to });
    return {};
  },
);
