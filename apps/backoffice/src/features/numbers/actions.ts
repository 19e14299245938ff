'use server';

import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, idOrNew, requiredText, versionField, wholeNumber } from '@/shell/form/field-schemas';
import { findNumber } from './queries';

const table = 'accom_useful_numbers';

export const saveNumberAction = definePlaceAction(
  {
    action: 'numbers/save',
    role: 'manager',
    fields: {
      id: idOrNew,
      version: versionField,
      label: requiredText(120),
      category: requiredText(60),
      phone: z
        .string()
        .trim()
        .min(1, 'required')
        .regex(/^\+?[0-9][0-9 ()./-]{1,30}$/, 'not_a_phone'),
      order: wholeNumber(0, 9999),
    },
  },
  async ({ client, place, input: { id, version, order, ...texts } }) => {
    const values = { ...texts, sort_order: order };
    const written = await client.query((db) =>
      id === null
        ? db
            .from(table)
            .insert({ ...values, property_id: place.id })
            .select('id')
            .maybeSingle()
        : db
            .from(table)
            .update(values)
            .eq('property_id', place.id)
            .eq('id', id)
            .eq('updated_at', version)
            .select('id')
            .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile(id === null ? null : await findNumber(client, place.id, id));
    }
    return { goTo: `/p/${place.slug}/numbers`, done: 'saved', changed: { table, id: written.id } };
  },
);

export const removeNumberAction = definePlaceAction(
  { action: 'numbers/remove', role: 'manager', fields: { id: idField } },
  async ({ client, place, input: { id } }) => {
    await client.query((db) => db.from(table).delete().eq('property_id', place.id).eq('id', id));
    return { goTo: `/p/${place.slug}/numbers`, done: 'removed', changed: { table, id } };
  },
);
