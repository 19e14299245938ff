'use server';

import { z } from 'zod';
import { tellWhatIsThere } from '@/server/changed-meanwhile';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, optionalText, switchField, versionField } from '@/shell/form/field-schemas';
import { blockKinds } from './block-kinds';
import { bedField, dayField, movesField } from './move-fields';
import { findBlock } from './queries';
import { tellDone } from './tell-done';

export const moveStaysAction = definePlaceAction(
  {
    action: 'calendar/move',
    role: 'staff',
    fields: {
      moves: movesField,
      /** A guest who is in house gets another room, which the message after it says. */
      inHouse: switchField,
    },
  },
  async ({ client, place, input: { moves, inHouse } }) => {
    const returned = await client.query((db) =>
      db
        .rpc('move_stays', { property_id: place.id, moves })
        .overrideTypes<Record<string, unknown>, { merge: false }>(),
    );
    if (moves.length > 1) {
      return tellDone('staysMoved', returned);
    }
    const isShelved = moves[0]?.roomId === null;
    return tellDone(isShelved ? 'putOnShelf' : inHouse ? 'movedInHouse' : 'bookingMoved', returned);
  },
);

const blockTable = 'room_blocks';

const savedSchema = z.object({ id: z.string(), version: z.string() });

export const saveBlockAction = definePlaceAction(
  {
    action: 'calendar/save-block',
    role: 'staff',
    fields: {
      id: z.union([z.uuid(), z.literal('')]),
      version: versionField,
      bed: bedField,
      kind: z.enum(blockKinds),
      from: dayField,
      to: dayField,
      note: optionalText(500),
    },
  },
  async ({ client, place, input }) => {
    const { id, version, kind, note } = input;
    const row = {
      room_id: input.bed.roomId,
      kind,
      note,
      from_date: input.from,
      until_date: input.to,
      ...(input.bed.bed === '' ? {} : { bed: input.bed.bed }),
    };
    const saved = await tellWhatIsThere(
      () => findBlock(client, place.id, id),
      () =>
        client.query((db) =>
          (id === ''
            ? db.rpc('add_room_block', row)
            : db.rpc('change_room_block', { ...row, block_id: id, version })
          ).overrideTypes<Record<string, unknown>, { merge: false }>(),
        ),
    );
    const block = savedSchema.parse(saved);
    return {
      done: id === '' ? 'blockAdded' : 'blockChanged',
      changed: { table: blockTable, id: block.id },
      shown: { versions: JSON.stringify({ [block.id]: block.version }) },
    };
  },
);

export const removeBlockAction = definePlaceAction(
  { action: 'calendar/remove-block', role: 'staff', fields: { id: idField, version: versionField } },
  async ({ client, input: { id, version } }) => {
    await client.query((db) => db.rpc('remove_room_block', { block_id: id, version }));
    return { done: 'blockRemoved', changed: { table: blockTable, id } };
  },
);
