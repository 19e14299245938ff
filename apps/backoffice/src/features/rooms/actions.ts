'use server';

import { ApiError } from '@gudbro/api-kit';
import { parseRoomRanges, wifiNetworkSchema, wifiPasswordSchema } from '@gudbro/domain';
import { z } from 'zod';
import { changedMeanwhile } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { removeRow } from '@/server/remove-row';
import {
  idField,
  optionalText,
  requiredText,
  switchField,
  textOrNull,
  versionField,
  wholeNumber,
} from '@/shell/form/field-schemas';
import { findRoom } from './queries';
import { readBedNames, roomAsForm } from './room-as-form';

const table = 'accom_rooms';
const typeField = z.union([z.uuid(), z.literal('').transform(() => null)]);

export const saveRoomAction = definePlaceAction(
  {
    action: 'rooms/save',
    role: 'manager',
    fields: {
      id: idField,
      version: versionField,
      number: requiredText(40),
      type: typeField,
      capacity: wholeNumber(1, 200),
      floor: textOrNull(40),
      beds: optionalText(2000),
      wifiNetwork: textOrNull(32),
      wifiPassword: textOrNull(63),
      active: switchField,
    },
  },
  async ({ client, place, input }) => {
    const beds = readBedNames(input.beds);
    if (beds === null) {
      throw new ApiError('invalid_request', { fields: { beds: 'not_beds' } });
    }
    requireWifi(input.wifiNetwork, input.wifiPassword);
    const written = await client.query((db) =>
      db
        .from(table)
        .update({
          room_number: input.number,
          room_type_id: input.type,
          capacity: input.capacity,
          floor: input.floor,
          beds,
          wifi_ssid: input.wifiNetwork,
          wifi_password: input.wifiPassword,
          is_active: input.active,
        })
        .eq('property_id', place.id)
        .eq('id', input.id)
        .eq('updated_at', input.version)
        .select('id')
        .maybeSingle(),
    );
    if (written === null) {
      const now = await findRoom(client, place.id, input.id);
      throw changedMeanwhile(now && roomAsForm(now));
    }
    return { goTo: `/p/${place.slug}/rooms`, done: 'saved', changed: { table, id: input.id } };
  },
);

/** A password alone joins nothing, and a network that no phone accepts is refused as for the place's own. */
function requireWifi(network: string | null, password: string | null): void {
  if (network === null && password !== null) {
    throw new ApiError('invalid_request', { fields: { wifiNetwork: 'required' } });
  }
  if (network !== null && !wifiNetworkSchema.safeParse(network).success) {
    throw new ApiError('invalid_request', { fields: { wifiNetwork: 'not_a_network' } });
  }
  if (password !== null && !wifiPasswordSchema.safeParse(password).success) {
    throw new ApiError('invalid_request', { fields: { wifiPassword: 'not_a_wifi_password' } });
  }
}

export const removeRoomAction = definePlaceAction(
  { action: 'rooms/remove', role: 'manager', fields: { id: idField, version: versionField } },
  async ({ client, place, input: { id, version } }) => {
    await removeRow(client, { table, placeId: place.id, id, version });
    return { goTo: `/p/${place.slug}/rooms`, done: 'removed', changed: { table, id } };
  },
);

const addedSchema = z.object({ added: z.array(z.unknown()), existing: z.array(z.string()) });

export const addRoomsAction = definePlaceAction(
  {
    action: 'rooms/add',
    role: 'manager',
    fields: { ranges: requiredText(5000), type: typeField, floor: optionalText(40) },
  },
  async ({ client, place, input: { ranges, type, floor } }) => {
    const read = parseRoomRanges(ranges);
    if (!read.ok || read.rooms.length === 0) {
      throw new ApiError('invalid_request', { fields: { ranges: 'not_rooms' } });
    }
    const rooms = read.rooms.map((room) => ({
      ...room,
      floor,
      ...(type === null ? {} : { roomTypeId: type }),
    }));
    const result = await client.query((db) =>
      db
        .rpc('add_rooms', { property_id: place.id, rooms })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    const { added, existing } = addedSchema.parse(result);
    const told = new URLSearchParams({ added: String(added.length), existing: String(existing.length) });
    return { goTo: `/p/${place.slug}/rooms?${told}` };
  },
);
