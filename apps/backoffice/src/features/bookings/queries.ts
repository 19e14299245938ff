import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { After } from '@/server/page-of-rows';
import { readCode } from '@/shell/find/read-code';
import { locksSchema, phonesSchema, stepsSchema } from '@/shell/stay/stay-schemas';
import { cancelReasons } from './cancel-reasons';
import type { ListFilter } from './list-filter';
import { personSchema } from './people';
import { startAtDay, type View } from './views';

// The functions check that the person works at the place, and give money to those alone who see it.

export const bookingsPerPage = 20;

export const statusSchema = z.enum([
  'pending',
  'confirmed',
  'checked_in',
  'checked_out',
  'cancelled',
  'no_show',
]);

export type BookingStatus = z.infer<typeof statusSchema>;

export const listedBookingSchema = z.object({
  id: z.string(),
  code: z.string(),
  guestName: z.string(),
  guestCount: z.int(),
  checkIn: z.iso.date(),
  checkOut: z.iso.date(),
  /** Before the check-in time of the place, as `09:30`. Null: the guest comes when everybody does. */
  earlyFrom: z.string().nullable(),
  /** After the check-out time of the place. */
  lateUntil: z.string().nullable(),
  status: statusSchema,
  /** Null: on the shelf. */
  roomNumber: z.string().nullable(),
  /** Empty for a private room. */
  bed: z.string(),
  /** What the stay is charged as. */
  roomTypeId: z.string().nullable(),
  source: z.string(),
  /** What the source calls the booking by. Null where the source is ours. */
  externalUid: z.string().nullable(),
  /** It was booked together with others. */
  inGroup: z.boolean(),
  createdAt: z.string(),
});

export type ListedBooking = z.infer<typeof listedBookingSchema>;

const listSchema = z.object({ today: z.iso.date(), bookings: z.array(listedBookingSchema) });

/** A page of a list: the first, or the one after this booking. */
export type AskedList = ListFilter & { after: After | null };

/** One page of a view, or of what matches a search, and one booking more where there are more. */
export async function listBookings(client: AccountClient, placeId: string, list: AskedList) {
  const found = await client.query((db) =>
    db
      .rpc('list_bookings', { ...formatAskedList(placeId, list), page_size: bookingsPerPage + 1 })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return listSchema.parse(found);
}

/** A page of a view, or of what matches a search: what is asked of the database for the screen and for a file alike. */
export function formatAskedList(
  placeId: string,
  { view, search, day, roomTypeId, source, after }: AskedList,
) {
  const code = readCode(search);
  const start = startAtDay(view, day);
  return {
    property_id: placeId,
    view,
    ...(search === '' ? {} : { text: search }),
    ...(code === null ? {} : { code }),
    ...(start === null ? {} : { after_day: start }),
    ...(roomTypeId === null ? {} : { room_type_id: roomTypeId }),
    ...(source === null ? {} : { source }),
    ...(after === null ? {} : { after_id: after.id, ...formatAfterValue(view, after.value) }),
  };
}

function formatAfterValue(view: View, value: string) {
  return view === 'newest' ? { after_at: value } : { after_day: value };
}

/** Why a guest cannot just be given the room: somebody has not left it, or its state. */
const obstacleSchema = z.enum(['no_room', 'occupied', 'dirty', 'cleaning', 'out_of_order']);

export type Obstacle = z.infer<typeof obstacleSchema>;

const mailSchema = z.object({
  id: z.string(),
  kind: z.enum(['request_answer_mail', 'booking_code_mail']),
  /** What it tells of a request; null where it tells something else. */
  answer: z.enum(['confirmed', 'refused', 'expired', 'cancelled', 'open']).nullable(),
  state: z.enum(['waiting', 'sent', 'failed']),
  /** When it was sent or failed, and for one that waits when it goes out. */
  at: z.string(),
  attempts: z.int(),
  /** Why the last try failed. */
  error: z.string().nullable(),
});

const orderSchema = z.object({
  id: z.string(),
  number: z.int(),
  status: z.enum(['pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected']),
  createdAt: z.string(),
  /** Missing for who does not see money. */
  price: z.object({ totalMinor: z.int(), currency: z.string() }).optional(),
});

const reportSchema = z.object({
  id: z.string(),
  title: z.string(),
  status: z.enum(['open', 'in_progress', 'resolved', 'closed']),
  createdAt: z.string(),
});

const bookingSchema = listedBookingSchema.omit({ inGroup: true, roomTypeId: true }).extend({
  lastName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  hasPin: z.boolean(),
  notes: z.string(),
  version: z.string(),
  /** Null: on the shelf. */
  roomId: z.string().nullable(),
  roomType: z.string().nullable(),
  today: z.iso.date(),
  /** The check-out time of the last day, or the guest's own. */
  leavesAt: z.string(),
  obstacle: obstacleSchema.nullable(),
  /** Since when the guest is here and waits for the room. */
  arrivedAt: z.string().nullable(),
  /** Why the stay does not take place. Null where it does, or nobody said why. */
  cancelReason: z.enum(cancelReasons).nullable(),
  cancelNote: z.string(),
  /** It was entered only after its last day. */
  isForgotten: z.boolean(),
  /** Null where no price was set. Missing for who does not see money. */
  price: z.object({ totalMinor: z.int(), currency: z.string() }).nullable().optional(),
  locks: locksSchema,
  phones: phonesSchema,
  /** Who stays with the guest. */
  people: z.array(personSchema),
  /** The stays that were booked together, itself among them. Empty: it was booked on its own. */
  group: z.array(
    listedBookingSchema.pick({
      id: true,
      guestName: true,
      status: true,
      roomNumber: true,
      bed: true,
      checkIn: true,
      checkOut: true,
    }),
  ),
  /** In which the guest asked for the stay on the place's page; null where that is not known. */
  language: z.string().nullable(),
  /** The newest first, at most ten. */
  mails: z.array(mailSchema),
  /** What the guest ordered: how many orders, and the ten latest. */
  orders: z.object({ count: z.int(), latest: z.array(orderSchema) }),
  /** What the guest reported. */
  reports: z.object({ count: z.int(), latest: z.array(reportSchema) }),
  history: stepsSchema,
});

export type Booking = z.infer<typeof bookingSchema>;

/** One booking of this place. One of another place of the same person is not found here. */
export async function getBooking(client: AccountClient, placeId: string, id: string): Promise<Booking> {
  const found = await client.query((db) =>
    db
      .rpc('read_booking', { booking_id: id, property_id: placeId })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return bookingSchema.parse(found);
}

const bedsSchema = z.array(
  z.object({
    roomId: z.string(),
    roomNumber: z.string(),
    bed: z.string(),
    type: z.string().nullable(),
    capacity: z.int(),
    /** The day on which the next guest of the bed comes, or from which it is closed. */
    freeUntil: z.iso.date().nullable(),
    /** Somebody is still checked in there. */
    isOccupied: z.boolean(),
    /** It is clean now. */
    isReady: z.boolean(),
    totalMinor: z.int().nullable(),
  }),
);

export type FreeBed = z.infer<typeof bedsSchema>[number];

/** The beds that are free in these nights. `except` is the booking that is about to be moved. */
export async function listFreeBeds(
  client: AccountClient,
  placeId: string,
  { checkIn, checkOut, except }: { checkIn: string; checkOut: string; except?: string },
): Promise<FreeBed[]> {
  const found = await client.query((db) =>
    db
      .rpc('list_free_beds', {
        property_id: placeId,
        check_in: checkIn,
        check_out: checkOut,
        ...(except === undefined ? {} : { except_booking: except }),
      })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return bedsSchema.parse(found);
}

const todaySchema = z.object({
  today: z.iso.date(),
  /** For whatever day. */
  requests: z.array(listedBookingSchema),
  arrivals: z.array(listedBookingSchema),
  /** By the id of the arrival: what is in the way of its room. */
  obstacles: z.record(z.string(), obstacleSchema.nullable()),
  /** By the id of the arrival: since when its guest is here and waits for the room. */
  arrived: z.record(z.string(), z.string()),
  /** The orders that wait for a first step, which the feature of the orders reads. */
  orders: z.unknown(),
  /** The reports that wait for somebody, which the feature of the reports reads. */
  reports: z.unknown(),
  locks: locksSchema,
  /** The rooms that have to be cleaned, which the feature of the rooms reads. */
  rooms: z.unknown(),
  departures: z.array(listedBookingSchema),
  /** By the id of the departure: when its guest has to leave. */
  leavesAt: z.record(z.string(), z.string()),
  staying: z.array(listedBookingSchema),
});

export type GuestsOfToday = z.infer<typeof todaySchema>;

/** Who arrives, who leaves and who stays today, by the clock of the place. Of each a hundred at most. */
export async function readGuestsOfToday(client: AccountClient, placeId: string): Promise<GuestsOfToday> {
  const found = await client.query((db) =>
    db
      .rpc('read_guests_of_today', { property_id: placeId })
      .overrideTypes<Record<string, unknown>, { merge: false }>(),
  );
  return todaySchema.parse(found);
}
