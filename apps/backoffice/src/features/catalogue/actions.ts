'use server';

import { ApiError } from '@gudbro/api-kit';
import { parseMoney, type Translations } from '@gudbro/domain';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { removeRow } from '@/server/remove-row';
import {
  idField,
  idOrNew,
  optionalText,
  picturePaths,
  requiredText,
  switchField,
  textOrNull,
  timeOrNull,
  versionField,
  wholeNumber,
} from '@/shell/form/field-schemas';
import { translatedTexts } from '@/shell/form/translated-texts';
import { toCategoryValues, toItemValues } from './form-values';
import { findCategory, findItem } from './queries';

const items = 'accom_service_items';
const categories = 'accom_service_categories';
const itemTexts = translatedTexts({ name: { max: 120 }, description: { max: 2000 } });
const categoryTexts = translatedTexts({ name: { max: 80 }, description: { max: 2000 } });
const dearest = 1_000_000_000;

export const saveItemAction = definePlaceAction(
  {
    action: 'catalogue/save-item',
    role: 'manager',
    fields: {
      id: idOrNew,
      version: versionField,
      name: requiredText(120),
      description: optionalText(2000),
      category: idField,
      price: requiredText(20),
      from: timeOrNull,
      to: timeOrNull,
      max: wholeNumber(1, 99),
      image: picturePaths(1),
      active: switchField,
      ...itemTexts.shape,
    },
  },
  async ({ client, place, input }) => {
    const { id, version, name, description, category, from, to, max, active } = input;
    if ((from === null) !== (to === null)) {
      throw new ApiError('invalid_request', {
        fields: { [from === null ? 'from' : 'to']: 'hours_need_both' },
      });
    }
    const current = id === null ? null : await findItem(client, place.id, id);
    const values = {
      name,
      description,
      category_id: category,
      price: readPrice(input.price, place.currency),
      available_from: from,
      available_to: to,
      max_quantity: max,
      image: input.image[0] ?? null,
      is_active: active,
      translations: itemTexts.merge(input, readTranslations(current)),
    };
    const written = await client.query((db) =>
      id === null
        ? db
            .from(items)
            .insert({ ...values, property_id: place.id })
            .select('id')
            .maybeSingle()
        : db
            .from(items)
            .update(values)
            .eq('property_id', place.id)
            .eq('id', id)
            .eq('updated_at', version)
            .select('id')
            .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile(current && toItemValues(current, place.currency));
    }
    return {
      goTo: `/p/${place.slug}/catalogue?category=${category}`,
      done: 'saved',
      changed: { table: items, id: written.id },
    };
  },
);

export const removeItemAction = definePlaceAction(
  {
    action: 'catalogue/remove-item',
    role: 'manager',
    fields: { id: idField, version: versionField, category: idField },
  },
  async ({ client, place, input: { id, version, category } }) => {
    await removeRow(client, { table: items, placeId: place.id, id, version });
    return {
      goTo: `/p/${place.slug}/catalogue?category=${category}`,
      done: 'removed',
      changed: { table: items, id },
    };
  },
);

export const saveCategoryAction = definePlaceAction(
  {
    action: 'catalogue/save-category',
    role: 'manager',
    fields: {
      id: idOrNew,
      version: versionField,
      name: requiredText(80),
      description: optionalText(2000),
      icon: textOrNull(60),
      active: switchField,
      ...categoryTexts.shape,
    },
  },
  async ({ client, place, input }) => {
    const { id, version, name, description, icon, active } = input;
    const current = id === null ? null : await findCategory(client, place.id, id);
    const translations = categoryTexts.merge(input, readTranslations(current));
    const values = { name, description, icon, is_active: active, translations };
    const written = await client.query((db) =>
      id === null
        ? db
            .from(categories)
            .insert({ ...values, property_id: place.id })
            .select('id')
            .maybeSingle()
        : db
            .from(categories)
            .update(values)
            .eq('property_id', place.id)
            .eq('id', id)
            .eq('updated_at', version)
            .select('id')
            .maybeSingle(),
    );
    if (written === null) {
      throw changedMeanwhile(current && toCategoryValues(current));
    }
    return {
      goTo: `/p/${place.slug}/catalogue?category=${written.id}`,
      done: 'saved',
      changed: { table: categories, id: written.id },
    };
  },
);

export const removeCategoryAction = definePlaceAction(
  { action: 'catalogue/remove-category', role: 'manager', fields: { id: idField, version: versionField } },
  async ({ client, place, input: { id, version } }) => {
    await removeRow(client, { table: categories, placeId: place.id, id, version });
    return { goTo: `/p/${place.slug}/catalogue`, done: 'removed', changed: { table: categories, id } };
  },
);

/** What staff may do too: the database has a function for it. */
export const setSoldOutAction = definePlaceAction(
  {
    action: 'catalogue/sold-out',
    role: 'staff',
    fields: {
      id: idField,
      soldOut: z.enum(['yes', 'no']),
      until: z
        .string()
        .regex(/^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})?$/, 'not_a_time')
        .optional(),
    },
  },
  async ({ client, input: { id, soldOut, until } }) => {
    await client.query((db) =>
      db.rpc('set_item_sold_out', {
        item_id: id,
        sold_out: soldOut === 'yes',
        ...(until ? { until } : {}),
      }),
    );
    return { done: soldOut === 'yes' ? 'sold_out' : 'available' };
  },
);

function readPrice(typed: string, currency: string): number {
  const price = parseMoney(typed, currency);
  if (price === null || price > dearest) {
    throw new ApiError('invalid_request', { fields: { price: 'not_an_amount' } });
  }
  return price;
}

function readTranslations(row: { translations: unknown } | null): Translations {
  return (row?.translations ?? {}) as Translations; // the database checks its shape
}
