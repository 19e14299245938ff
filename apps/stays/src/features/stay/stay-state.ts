import { z } from 'zod';

/** What a stay is worth now, as far as its own guest may know it (`private.stay_state` in SQL). */
export const stayStateSchema = z.enum(['pending', 'upcoming', 'live', 'ended']);

export type StayState = z.infer<typeof stayStateSchema>;
