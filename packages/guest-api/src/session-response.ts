import { z } from 'zod';
import { roomWaitSchema, stayStateSchema } from './stay-state.ts';

/** Whose session it is, and what it is worth now. */
export const sessionResponseSchema = z.object({
  accessTier: z.enum(['browse', 'full']),
  expiresAt: z.iso.datetime(),
  propertyId: z.string(),
  roomId: z.string().nullable(),
  roomCode: z.string().nullable(),
  /** What the stay is worth now; null while browsing. */
  state: stayStateSchema.nullable(),
  /** For a guest who is here before the room is ready: whether it is by now. */
  roomWait: roomWaitSchema,
  /** Another one whenever what the guest reads of the stay may have changed; null while browsing. */
  version: z.string().nullable(),
  bookingCode: z.string().nullable(),
  sessionId: z.string().nullable(),
});
