'use server';

import type { Translations } from '@gudbro/domain';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { removeRow } from '@/server/remove-row';
import { idField, idOrNew, requiredText, versionField } from '@/shell/form/field-schemas';
import { translatedTexts } from '@/shell/form/translated-texts';
import { toAreaValues } from './form-values';
import { findArea } from './queries';

const table = 'areas';
const texts = translatedTexts({ name: { max: 80 } });

export const saveAreaAction = definePlaceAction(
  {
    action: 'areas/save',
    role: 'manager',
    fields: { id: idOrNew, version: versionField, name: requiredText(80), ...texts.shape },
  },
  async ({ client, place, input }) => {
    const { id, version, name } = input;
    const current = id === null ? null : await findArea(client, place.id, id);
    // The database checks its shape.
    const translations = texts.merge(input, (current?.translations ?? {}) as Translations);
    const written = await client.query((db) =>
      id === null
        ? db.from(table).insert({ name, translations, property_id: place.id }).select('id').maybeSingle()
        : db
            .from(table)
            .update({ name, translations })
            .eq('property_id', place.id)
            .eq('id', id)
            .eq('updated_at', version)
            .select('id')
            .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile(current && toAreaValues(current));
    }
    return { goTo: `/p/${place.slug}/areas`, done: 'saved', changed: { table, id: written.id } };
  },
);

export const removeAreaAction = definePlaceAction(
  { action: 'areas/remove', role: 'manager', fields: { id: idField, version: versionField } },
  async ({ client, place, input: { id, version } }) => {
    await removeRow(client, { table, placeId: place.id, id, version });
    return { goTo: `/p/${place.slug}/areas`, done: 'removed', changed: { table, id } };
  },
);
