'use server';

import type { Translations } from '@gudbro/domain';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { removeRow } from '@/server/remove-row';
import { idField, idOrNew, requiredText, versionField } from '@/shell/form/field-schemas';
import { translatedTexts } from '@/shell/form/translated-texts';
import { toNumberValues } from './form-values';
import { findNumber } from './queries';

const table = 'accom_useful_numbers';
const translated = translatedTexts({ label: { max: 120 }, category: { max: 60 } });

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
      ...translated.shape,
    },
  },
  async ({ client, place, input }) => {
    const { id, version, label, category, phone } = input;
    const current = id === null ? null : await findNumber(client, place.id, id);
    // The database checks its shape.
    const translations = translated.merge(input, (current?.translations ?? {}) as Translations);
    const values = { label, category, phone, translations };
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
      throw changedMeanwhile(current && toNumberValues(current));
    }
    return { goTo: `/p/${place.slug}/numbers`, done: 'saved', changed: { table, id: written.id } };
  },
);

export const removeNumberAction = definePlaceAction(
  { action: 'numbers/remove', role: 'manager', fields: { id: idField, version: versionField } },
  async ({ client, place, input: { id, version } }) => {
    await removeRow(client, { table, placeId: place.id, id, version });
    return { goTo: `/p/${place.slug}/numbers`, done: 'removed', changed: { table, id } };
  },
);
