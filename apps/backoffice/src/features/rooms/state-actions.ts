'use server';

import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { idField, requiredText } from '@/shell/form/field-schemas';
import { roomStateSchema } from './room-state';

const table = 'room_states';

export const setRoomStateAction = definePlaceAction(
  {
    action: 'rooms/state',
    role: 'housekeeper',
    fields: { id: idField, seen: roomStateSchema, state: roomStateSchema },
  },
  async ({ client, input: { id, seen, state } }) => {
    await client.query((db) => db.rpc('set_room_state', { state_id: id, seen, state }));
    return { done: `room_${state}`, changed: { table, id } };
  },
);

export const setBedDirtyAction = definePlaceAction(
  {
    action: 'rooms/bed',
    role: 'housekeeper',
    fields: { id: idField, bed: requiredText(80), dirty: z.enum(['yes', 'no']) },
  },
  async ({ client, input: { id, bed, dirty } }) => {
    await client.query((db) => db.rpc('set_bed_dirty', { state_id: id, bed, is_dirty: dirty === 'yes' }));
    return { done: dirty === 'yes' ? 'bedDirty' : 'bedMade', changed: { table, id } };
  },
);
