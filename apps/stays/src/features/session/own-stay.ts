import { z } from 'zod';

/** What `get_own_stay` answers: whether a full token still counts, and whose stay it is. */
export const ownStaySchema = z.union([
  z.object({
    ok: z.literal(true),
    state: z.enum(['pending', 'live', 'ended']),
    booking: z.object({ code: z.string() }).nullable(),
  }),
  z.object({ ok: z.literal(false), error: z.literal('session_expired') }),
]);
