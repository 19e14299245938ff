'use server';

import { ApiError } from '@gudbro/api-kit';
import type { Translations } from '@gudbro/domain';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { removeRow } from '@/server/remove-row';
import {
  dayOrNull,
  idField,
  idOrNew,
  optionalText,
  requiredText,
  switchField,
  textOrNull,
  versionField,
} from '@/shell/form/field-schemas';
import { translatedTexts } from '@/shell/form/translated-texts';
import { toDealValues } from './form-values';
import { findDeal } from './queries';

const table = 'accom_local_deals';
const texts = translatedTexts({ title: { max: 160 }, description: { max: 2000 }, discount: { max: 80 } });

export const saveDealAction = definePlaceAction(
  {
    action: 'deals/save',
    role: 'manager',
    fields: {
      id: idOrNew,
      version: versionField,
      partner: requiredText(120),
      title: requiredText(160),
      description: optionalText(2000),
      discount: textOrNull(80),
      from: dayOrNull,
      until: dayOrNull,
      // The form that `private.is_web_link` takes: no user name before the host, which would lead elsewhere.
      link: z.union([
        z.literal('').transform(() => null),
        z
          .string()
          .trim()
          .max(500, 'too_long')
          .regex(/^https:\/\/[^\s/?#@%]+([/?#]\S*)?$/, 'not_a_link'),
      ]),
      active: switchField,
      ...texts.shape,
    },
  },
  async ({ client, place, input }) => {
    const { id, version, partner, title, description, discount, from, until, link, active } = input;
    if (from !== null && until !== null && until < from) {
      throw new ApiError('invalid_request', { fields: { until: 'ends_before_it_starts' } });
    }
    const current = id === null ? null : await findDeal(client, place.id, id);
    const values = {
      partner,
      title,
      description,
      discount,
      link,
      valid_from: from,
      valid_until: until,
      is_active: active,
      // The database checks its shape.
      translations: texts.merge(input, (current?.translations ?? {}) as Translations),
    };
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
      throw changedMeanwhile(current && { ...toDealValues(current), active: current.isActive });
    }
    return { goTo: `/p/${place.slug}/deals`, done: 'saved', changed: { table, id: written.id } };
  },
);

export const removeDealAction = definePlaceAction(
  { action: 'deals/remove', role: 'manager', fields: { id: idField, version: versionField } },
  async ({ client, place, input: { id, version } }) => {
    await removeRow(client, { table, placeId: place.id, id, version });
    return { goTo: `/p/${place.slug}/deals`, done: 'removed', changed: { table, id } };
  },
);
