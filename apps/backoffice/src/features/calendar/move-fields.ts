import { z } from 'zod';

// What the forms of the calendar send.

export const dayField = z.iso.date('not_a_day').regex(/^[12]/, 'not_a_day');

/** A bed as the value of a choice: the id of its room and its name, which a private room's has not, nor a whole room. */
export const bedField = z
  .string()
  .max(300)
  .transform((value) => ({ roomId: value.slice(0, 36), bed: value.slice(37) }))
  .pipe(z.object({ roomId: z.uuid('choose_a_room'), bed: z.string() }));

const moveSchema = z.strictObject({
  bookingId: z.uuid(),
  version: z.string().max(60),
  roomId: z.uuid().nullable(),
  bed: z.string().max(200),
  checkIn: dayField,
  checkOut: dayField,
  price: z.enum(['keep', 'new']),
  /** Of a guest in house: into a room that is not clean. */
  despiteRoom: z.boolean(),
  /** Of a guest in house: the reports that stay with the old room. */
  stayingReports: z.array(z.uuid()).max(50),
});

/** A move as the function of the database takes it. */
export type SentMove = z.infer<typeof moveSchema>;

/** The moves of a chain as JSON: a form has no lists. */
export const movesField = z
  .string()
  .max(20_000)
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'invalid' });
      return z.NEVER;
    }
  })
  .pipe(z.array(moveSchema).min(1).max(50));
