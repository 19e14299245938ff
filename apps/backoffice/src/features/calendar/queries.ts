import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { blockKinds } from './block-kinds';
import type { SentMove } from './move-fields';

const day = z.iso.date();

const staySchema = z.object({
  id: z.string(),
  name: z.string(),
  status: z.enum(['pending', 'confirmed', 'checked_in', 'checked_out']),
  /** Null: on the shelf, without a room. */
  roomId: z.string().nullable(),
  /** Empty for a private room, and on the shelf. */
  bed: z.string(),
  from: day,
  to: day,
  /** The first day in the present room: a later one than `from` where the guest was moved in house. */
  roomFrom: day,
  /** The type that the stay is for, also on the shelf. */
  typeId: z.string().nullable(),
  /** The hour from which the room is held on the day of arrival, and until which on that of departure, where one was agreed. */
  earlyFrom: z.string().nullable(),
  lateUntil: z.string().nullable(),
  version: z.string(),
});

/** Where a guest slept before they were moved in house. */
const pastRoomSchema = z.object({
  id: z.string(),
  bookingId: z.string(),
  roomId: z.string(),
  bed: z.string(),
  from: day,
  to: day,
});

const blockSchema = z.object({
  id: z.string(),
  kind: z.enum(blockKinds),
  note: z.string(),
  roomId: z.string(),
  /** Null: the whole room. */
  bed: z.string().nullable(),
  from: day,
  to: day,
  version: z.string(),
});

const roomSchema = z.object({
  id: z.string(),
  number: z.string(),
  typeId: z.string().nullable(),
  beds: z.array(z.string()),
  isActive: z.boolean(),
  state: z.enum(['clean', 'dirty', 'cleaning', 'inspected', 'out_of_order']),
  dirtyBeds: z.array(z.string()),
});

const calendarSchema = z.object({
  today: day,
  readAt: z.string(),
  types: z.array(z.object({ id: z.string(), name: z.string() })),
  rooms: z.array(roomSchema),
  stays: z.array(staySchema),
  pastRooms: z.array(pastRoomSchema),
  blocks: z.array(blockSchema),
});

export type Stay = z.infer<typeof staySchema>;
export type PastRoom = z.infer<typeof pastRoomSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Room = z.infer<typeof roomSchema>;
export type RoomState = Room['state'];

/** Some days of a place, `to` not among them. */
export type Calendar = z.infer<typeof calendarSchema> & { from: string; to: string };

/** The rooms of a place, and who has them in these days. The function checks that the person works at its desk. */
export async function readCalendar(
  client: AccountClient,
  placeId: string,
  { from, to }: { from: string; to: string },
): Promise<Calendar> {
  const found = await client.query((db) =>
    db
      .rpc('read_calendar', { property_id: placeId, from_day: from, to_day: to })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return { ...calendarSchema.parse(found), from, to };
}

const warningSchema = z.object({
  kind: z.enum(['late_departure', 'early_arrival', 'still_occupied']),
  bookingId: z.string(),
  neighbourId: z.string(),
  guestName: z.string(),
  roomId: z.string(),
  bed: z.string(),
  day,
  until: z.string().nullable(),
  from: z.string().nullable(),
});

const previewSchema = z.object({
  moves: z.array(
    z.object({
      bookingId: z.string(),
      /** Null for who does not see money, and where no price was saved. */
      price: z
        .object({
          currency: z.string(),
          keptMinor: z.int().nullable(),
          newMinor: z.int().nullable(),
          differenceMinor: z.int().nullable(),
        })
        .nullable(),
      /** Of a guest in house who gets another room: why it cannot be used just so. */
      roomObstacle: z.enum(['no_room', 'occupied', 'dirty', 'cleaning', 'out_of_order']).nullable(),
      /** Of the same guest: the reports on the room that is left, of which some may stay with it. */
      openReports: z.array(z.object({ id: z.string(), title: z.string() })),
    }),
  ),
  warnings: z.array(warningSchema),
});

export type Warning = z.infer<typeof warningSchema>;

/** What some moves would do. */
export type Preview = z.infer<typeof previewSchema>;

/** What these moves would cost, and whom they would meet. It changes nothing. */
export async function previewMoves(
  client: AccountClient,
  placeId: string,
  moves: SentMove[],
): Promise<Preview> {
  const found = await client.query((db) =>
    db
      .rpc('preview_moves', { property_id: placeId, moves })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return previewSchema.parse(found);
}

/** The hours that a stay has now, as its form names them. Null where it is gone. */
export async function findHours(client: AccountClient, placeId: string, id: string) {
  const found = await client.query((db) =>
    db
      .from('accom_bookings')
      .select('version:updated_at, earlyFrom:early_from, lateUntil:late_until')
      .eq('id', id)
      .eq('property_id', placeId)
      .maybeSingle(),
  );
  return (
    found && {
      version: found.version,
      earlyFrom: found.earlyFrom?.slice(0, 5) ?? '',
      lateUntil: found.lateUntil?.slice(0, 5) ?? '',
    }
  );
}

/** A block as it is now, as its form names it. Null where it is gone. */
export async function findBlock(client: AccountClient, placeId: string, id: string) {
  const found = await client.query((db) =>
    db
      .from('room_blocks')
      .select('version:updated_at, kind, note, roomId:room_id, bed, from:from_date, to:until_date')
      .eq('id', id)
      .eq('property_id', placeId)
      .maybeSingle(),
  );
  if (found === null) {
    return null;
  }
  const { roomId, bed, ...block } = found;
  return { ...block, bed: `${roomId}/${bed ?? ''}` };
}
