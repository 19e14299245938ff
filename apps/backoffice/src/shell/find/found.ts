import { z } from 'zod';

/** What the database finds for a text. */
export const foundSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('room'), id: z.string(), title: z.string(), detail: z.string() }),
    z.object({
      kind: z.literal('booking'),
      id: z.string(),
      title: z.string(),
      detail: z.string(),
      roomNumber: z.string().nullable(),
      checkIn: z.iso.date(),
      checkOut: z.iso.date(),
    }),
    z.object({
      kind: z.literal('order'),
      id: z.string(),
      number: z.int(),
      roomNumber: z.string(),
      createdAt: z.iso.datetime(),
    }),
    z.object({
      kind: z.literal('session'),
      id: z.string(),
      title: z.string(),
      guestName: z.string(),
      roomNumber: z.string(),
    }),
    // A room's code that was replaced.
    z.object({ kind: z.literal('retired'), id: z.string(), title: z.string() }),
  ]),
);

export type Found = z.infer<typeof foundSchema>[number];

/** One line of the list under the field. */
export type FoundLine = { kind: Found['kind']; key: string; title: string; detail: string; href: string };
