import { z } from 'zod';

// What the desk reads of a booking and of a guest session alike, as the database describes it.

/** The browsers that proved the stay, at most a hundred. */
export const phonesSchema = z.array(
  z.object({
    id: z.string(),
    /** Device and browser. Empty where they are not known. */
    label: z.string(),
    since: z.string(),
    lastSeenAt: z.string(),
  }),
);

export type Phone = z.infer<typeof phonesSchema>[number];

const stepSchema = z.object({
  id: z.string(),
  at: z.string(),
  actor: z.enum(['account', 'guest', 'job']),
  /** The name of a member. */
  person: z.string().nullable(),
  action: z.string(),
  from: z.record(z.string(), z.unknown()).nullable().optional(),
  to: z.record(z.string(), z.unknown()).nullable().optional(),
  isUndo: z.boolean(),
  isUndone: z.boolean(),
  /** By this person, now and without a reason. */
  canUndo: z.boolean(),
});

export const stepsSchema = z.array(stepSchema);

export type StayStep = z.infer<typeof stepSchema>;

/** Who is locked out by wrong answers, by which code, until when. */
export const locksSchema = z.array(
  z.object({
    /** Null: of a booking that has no room. */
    roomId: z.string().nullable(),
    roomNumber: z.string().nullable(),
    /** Null: by the code of the room. */
    bookingId: z.string().nullable(),
    /** One address or several, everybody who has not proved the stay before, or the phones of a stay. */
    locked: z.enum(['address', 'everybody', 'stay']),
    guestName: z.string().nullable(),
    count: z.int(),
    until: z.string(),
  }),
);

export type Lock = z.infer<typeof locksSchema>[number];
