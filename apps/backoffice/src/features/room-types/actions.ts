'use server';

import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { removeRow } from '@/server/remove-row';
import {
  idField,
  idOrNew,
  picturePaths,
  requiredText,
  switchField,
  versionField,
  wholeNumber,
} from '@/shell/form/field-schemas';
import { translatedTexts } from '@/shell/form/translated-texts';
import { weekdays } from './form-values';
import { findRoomType, findSeason, getRoomType, getSeason } from './queries';
import { amountField, readPrices } from './read-prices';
import { seasonAsForm, typeAsForm } from './row-as-form';

const typeTexts = translatedTexts({ name: { max: 120 }, description: { max: 2000 } });
const seasonTexts = translatedTexts({ name: { max: 80 } });
const weekdayFields = Object.fromEntries(weekdays.map((day) => [`weekend${day}`, switchField]));

export const saveRoomTypeAction = definePlaceAction(
  {
    action: 'room-types/save',
    role: 'manager',
    fields: {
      id: idOrNew,
      version: versionField,
      name: requiredText(120),
      description: z.string().trim().max(2000, 'too_long'),
      capacity: wholeNumber(1, 200),
      price: amountField,
      weekendPrice: amountField,
      minimumNights: wholeNumber(1, 90),
      images: picturePaths(20),
      active: switchField,
      ...weekdayFields,
      ...typeTexts.shape,
    },
  },
  async ({ client, place, input }) => {
    const { id, version } = input;
    const current = id === null ? null : await getRoomType(client, place.id, id);
    const nights = weekdays.filter((day) => (input as Record<string, unknown>)[`weekend${day}`] === true); // weekdayFields
    if (nights.length === 0 || nights.length === weekdays.length) {
      throw new ApiError('invalid_request', { fields: { weekend5: 'weekend_is_some_nights' } });
    }
    const prices = readPrices(input, place.currency);
    if (prices.price === null && prices.weekendPrice !== null) {
      throw new ApiError('invalid_request', { fields: { price: 'required' } });
    }
    const values = {
      name: input.name,
      description: input.description,
      capacity: input.capacity,
      price: prices.price,
      weekend_price: prices.weekendPrice,
      weekend_nights: nights,
      minimum_nights: input.minimumNights,
      images: input.images,
      is_active: input.active,
      translations: typeTexts.merge(input, (current?.translations ?? {}) as Record<string, never>), // the database checks its shape
    };
    const written = await client.query((db) =>
      id === null
        ? db
            .from('accom_room_types')
            .insert({ ...values, property_id: place.id })
            .select('id')
            .maybeSingle()
        : db
            .from('accom_room_types')
            .update(values)
            .eq('property_id', place.id)
            .eq('id', id)
            .eq('updated_at', version)
            .select('id')
            .maybeSingle(),
    );
    if (written === null) {
      const now = id === null ? null : await findRoomType(client, place.id, id);
      throw changedMeanwhile(now && typeAsForm(now, place.currency));
    }
    return {
      goTo: `/p/${place.slug}/types/${written.id}`,
      done: 'saved',
      changed: { table: 'accom_room_types', id: written.id },
    };
  },
);

export const removeRoomTypeAction = definePlaceAction(
  { action: 'room-types/remove', role: 'manager', fields: { id: idField, version: versionField } },
  async ({ client, place, input: { id, version } }) => {
    await removeRow(client, { table: 'accom_room_types', placeId: place.id, id, version });
    return { goTo: `/p/${place.slug}/types`, done: 'removed', changed: { table: 'accom_room_types', id } };
  },
);

export const saveSeasonAction = definePlaceAction(
  {
    action: 'seasons/save',
    role: 'manager',
    fields: {
      id: idOrNew,
      type: idField,
      version: versionField,
      name: requiredText(80),
      firstNight: z.iso.date('required'),
      lastNight: z.iso.date('required'),
      price: amountField.min(1, 'required'),
      weekendPrice: amountField,
      minimumNights: z.union([z.literal('').transform(() => null), wholeNumber(1, 90)]),
      ...seasonTexts.shape,
    },
  },
  async ({ client, place, input }) => {
    const { id, version, type } = input;
    if (input.lastNight < input.firstNight) {
      throw new ApiError('invalid_request', { fields: { lastNight: 'ends_before_it_begins' } });
    }
    const current = id === null ? null : await getSeason(client, place.id, id);
    const prices = readPrices(input, place.currency);
    if (prices.price === null) {
      throw new ApiError('invalid_request', { fields: { price: 'required' } });
    }
    const values = {
      name: input.name,
      first_night: input.firstNight,
      last_night: input.lastNight,
      price: prices.price,
      weekend_price: prices.weekendPrice,
      minimum_nights: input.minimumNights,
      translations: seasonTexts.merge(input, (current?.translations ?? {}) as Record<string, never>), // as above
    };
    const written = await client.query((db) =>
      id === null
        ? db
            .from('accom_room_type_seasons')
            .insert({ ...values, property_id: place.id, room_type_id: type })
            .select('id')
            .maybeSingle()
        : db
            .from('accom_room_type_seasons')
            .update(values)
            .eq('property_id', place.id)
            .eq('id', id)
            .eq('updated_at', version)
            .select('id')
            .maybeSingle(),
    );
    if (written === null) {
      const now = id === null ? null : await findSeason(client, place.id, id);
      throw changedMeanwhile(now && seasonAsForm(now, place.currency));
    }
    return {
      goTo: `/p/${place.slug}/types/${type}`,
      done: 'saved',
      changed: { table: 'accom_room_type_seasons', id: written.id },
    };
  },
);

export const removeSeasonAction = definePlaceAction(
  {
    action: 'seasons/remove',
    role: 'manager',
    fields: { id: idField, version: versionField, type: idField },
  },
  async ({ client, place, input: { id, version, type } }) => {
    await removeRow(client, { table: 'accom_room_type_seasons', placeId: place.id, id, version });
    return {
      goTo: `/p/${place.slug}/types/${type}`,
      done: 'removed',
      changed: { table: 'accom_room_type_seasons', id },
    };
  },
);
