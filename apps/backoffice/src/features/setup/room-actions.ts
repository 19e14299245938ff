'use server';

import { ApiError } from '@gudbro/api-kit';
import { parseRoomRanges } from '@gudbro/domain';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { defineSetupAction, savePlace } from './define-setup-action';
import { formatSetupPath } from './steps';

const addedSchema = z.object({ added: z.array(z.object({ id: z.string() })), existing: z.array(z.string()) });

/** Makes the rooms whose list the page has shown, and stays on the page: a house may have other kinds as well. */
export const addRoomsAction = defineSetupAction(
  {
    step: 'rooms',
    input: z.strictObject({
      ranges: z.string().max(2000),
      kind: z.string().trim().max(120),
      sleeps: z.coerce.number().int().min(1).max(20),
    }),
  },
  async ({ client, place, input: { ranges, kind, sleeps } }) => {
    const parsed = parseRoomRanges(ranges);
    if (!parsed.ok || parsed.rooms.length === 0) {
      throw new ApiError('invalid_request', { fields: { ranges: 'ranges_invalid' } });
    }
    const rooms = parsed.rooms.map((room) => (room.beds.length > 0 ? room : { ...room, capacity: sleeps }));
    const { added, existing } = addedSchema.parse(
      await client.query((db) =>
        db.rpc('add_rooms', { property_id: place.id, rooms }).overrideTypes<unknown, { merge: false }>(),
      ),
    );
    if (kind !== '' && added.length > 0) {
      const typeId = await findOrMakeType(client, place.id, kind, sleeps);
      const ids = added.map(({ id }) => id);
      await client.query((db) =>
        db.from('accom_rooms').update({ room_type_id: typeId }).in('id', ids).select('id'),
      );
    }
    await savePlace(client, place, 'rooms', {});
    return `${formatSetupPath(place.slug, 'rooms')}?made=${added.length}&there=${existing.length}`;
  },
);

async function findOrMakeType(
  client: AccountClient,
  placeId: string,
  name: string,
  capacity: number,
): Promise<string> {
  const [known] = await client.query((db) =>
    db.from('accom_room_types').select('id').eq('property_id', placeId).eq('name', name).limit(1),
  );
  if (known !== undefined) {
    return known.id;
  }
  const made = await client.query((db) =>
    db.from('accom_room_types').insert({ property_id: placeId, name, capacity }).select('id').single(),
  );
  return made.id;
}
