import { z } from 'zod';

/** What a stay is worth now, as far as its own guest may know it (`private.stay_state` in SQL). */
export const stayStateSchema = z.enum(['pending', 'upcoming', 'live', 'ended']);

export type StayState = z.infer<typeof stayStateSchema>;

/** What a guest who is here reads of the room until the desk checks them in. Null where nobody waits. */
export const roomWaitSchema = z.enum(['being_made', 'ready']).nullable();

export type RoomWait = z.infer<typeof roomWaitSchema>;
