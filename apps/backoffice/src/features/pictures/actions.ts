'use server';

import type { Translations } from '@gudbro/domain';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { findPicture } from '@/server/pictures/list-pictures';
import { requireRow } from '@/server/require-row';
import { idField, optionalText, versionField } from '@/shell/form/field-schemas';
import { readTranslated, translatedTexts } from '@/shell/form/translated-texts';

const table = 'pictures';
const texts = translatedTexts({ alt: { max: 300 } });

export const describePictureAction = definePlaceAction(
  {
    action: 'pictures/describe',
    role: 'manager',
    fields: { id: idField, version: versionField, alt: optionalText(300), ...texts.shape },
  },
  async ({ client, place, input }) => {
    const { id, version, alt } = input;
    const current = requireRow(await findPicture(client, place.id, id));
    // The database checks its shape.
    const translations = texts.merge(input, (current.translations ?? {}) as Translations);
    const written = await client.query((db) =>
      db
        .from(table)
        .update({ alt, translations })
        .eq('property_id', place.id)
        .eq('id', id)
        .eq('updated_at', version)
        .select('id')
        .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile({
        alt: current.alt,
        version: current.version,
        ...readTranslated(current.translations),
      });
    }
    return { goTo: `/p/${place.slug}/pictures`, done: 'saved', changed: { table, id } };
  },
);

export const removePictureAction = definePlaceAction(
  { action: 'pictures/remove', role: 'manager', fields: { id: idField } },
  async ({ client, place, input: { id } }) => {
    requireRow(await findPicture(client, place.id, id));
    await client.query((db) => db.rpc('remove_picture', { picture_id: id }));
    return { goTo: `/p/${place.slug}/pictures`, done: 'removed' };
  },
);
