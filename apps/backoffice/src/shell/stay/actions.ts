'use server';

import { z } from 'zod';
import { definePlaceAction } from '@/server/define-place-action';
import { idField } from '../form/field-schemas';

export const signOutPhoneAction = definePlaceAction(
  { action: 'stays/sign-out-phone', role: 'staff', fields: { id: idField } },
  async ({ client, input: { id } }) => {
    await client.query((db) => db.rpc('sign_out_phone', { phone_id: id }));
    return { done: 'phoneSignedOut' };
  },
);

export const liftLockAction = definePlaceAction(
  { action: 'stays/lift-lock', role: 'staff', fields: { id: idField, code: z.enum(['room', 'booking']) } },
  async ({ client, input: { id, code } }) => {
    await client.query((db) =>
      code === 'room'
        ? db.rpc('lift_room_lock', { room_id: id })
        : db.rpc('lift_booking_lock', { booking_id: id }),
    );
    return { done: 'lockLifted' };
  },
);
