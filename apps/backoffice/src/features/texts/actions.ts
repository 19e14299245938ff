'use server';

import type { Translations } from '@gudbro/domain';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { requireRow } from '@/server/require-row';
import { optionalText, picturePaths, versionField } from '@/shell/form/field-schemas';
import { splitLines, translatedTexts } from '@/shell/form/translated-texts';
import { toTextValues } from './form-values';
import { findTexts } from './queries';

const table = 'accom_properties';
const texts = translatedTexts({
  description: { max: 2000 },
  address: { max: 500 },
  houseRules: { max: 20_000, isList: true },
  amenities: { max: 20_000, isList: true },
});

/** A list with one entry a line. The database takes 200 of 1,000 characters. */
const lines = z
  .string()
  .transform(splitLines)
  .pipe(z.array(z.string().max(1000, 'too_long')).max(200, 'too_many'));

export const saveTextsAction = definePlaceAction(
  {
    action: 'texts/save',
    role: 'manager',
    fields: {
      version: versionField,
      description: optionalText(2000),
      address: optionalText(500),
      houseRules: lines,
      amenities: lines,
      images: picturePaths(20),
      ...texts.shape,
    },
  },
  async ({ client, place, input }) => {
    const { version, description, address, houseRules, amenities, images } = input;
    const current = requireRow(await findTexts(client, place.id));
    const written = await client.query((db) =>
      db
        .from(table)
        .update({
          description,
          address,
          house_rules: houseRules,
          amenities,
          images,
          // The database checks its shape.
          translations: texts.merge(input, (current.translations ?? {}) as Translations),
        })
        .eq('id', place.id)
        .eq('updated_at', version)
        .select('id')
        .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile(toTextValues(current));
    }
    return { done: 'saved', changed: { table, id: place.id } };
  },
);
