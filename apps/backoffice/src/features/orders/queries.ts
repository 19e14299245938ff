import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { type After, rowsPerPage } from '@/server/page-of-rows';
import type { Limits } from './urgency';

const boardOrderSchema = z.object({
  id: z.uuid(),
  /** What the guest and the desk call it by. */
  number: z.int(),
  status: z.enum(['pending', 'confirmed', 'preparing', 'delivered', 'cancelled', 'rejected']),
  roomNumber: z.string(),
  bed: z.string().nullable(),
  /** Null for a guest whom the desk gave an access code: such a stay has no name. */
  guestName: z.string().nullable(),
  notes: z.string(),
  wantedAt: z.string().nullable(),
  rejectReason: z.string().nullable(),
  cancellationSeenAt: z.string().nullable(),
  createdAt: z.string(),
  changedAt: z.string(),
  currency: z.string(),
  /** Null for a member who does not see money. */
  totalMinor: z.number().nullable(),
  /** The entry of the history by which this person can undo the last step. */
  ownStep: z.uuid().nullable(),
  items: z.array(
    z.object({
      name: z.string(),
      quantity: z.number(),
      totalMinor: z.number().nullable(),
      /** Null once the item is gone from the catalogue. */
      categoryId: z.uuid().nullable(),
    }),
  ),
});

export type BoardOrder = z.infer<typeof boardOrderSchema>;
export type OrderStatus = BoardOrder['status'];

const boardSchema = z.object({
  slowMinutes: z.number(),
  lateMinutes: z.number(),
  categories: z.array(z.object({ id: z.uuid(), name: z.string() })),
  orders: z.array(boardOrderSchema),
});

export type OrderBoard = z.infer<typeof boardSchema>;

/** What the desk works through: the orders under way, oldest first, and those that ended last. */
export function readOrderBoard(client: AccountClient, placeId: string): Promise<OrderBoard> {
  return callBoard(client, { property_id: placeId });
}

/** One order, with the minutes after which an order is slow and late here. */
export async function getBoardOrder(
  client: AccountClient,
  placeId: string,
  id: string,
): Promise<{ order: BoardOrder; limits: Limits }> {
  const { orders, ...limits } = await callBoard(client, { property_id: placeId, order_id: id });
  const [order] = orders;
  if (order === undefined) {
    throw new ApiError('not_found');
  }
  return { order, limits };
}

/** As `read_guests_of_today` returns them: the orders that wait for a first step. */
export const newOrdersSchema = boardSchema.pick({ slowMinutes: true, lateMinutes: true }).extend({
  orders: z.array(
    boardOrderSchema.pick({
      id: true,
      number: true,
      status: true,
      roomNumber: true,
      bed: true,
      createdAt: true,
      wantedAt: true,
    }),
  ),
});

export type NewOrders = z.infer<typeof newOrdersSchema>;

const endedOrderSchema = boardOrderSchema.extend({
  /** To the microsecond, as the next page is asked for. */
  endedAt: z.string(),
});

export type EndedOrder = z.infer<typeof endedOrderSchema>;

/** One page of the orders that ended, last first, and one order more where there are more. */
export async function listEndedOrders(
  client: AccountClient,
  placeId: string,
  after: After | null,
): Promise<EndedOrder[]> {
  const found = await client.query((db) =>
    db
      .rpc('list_ended_orders', {
        property_id: placeId,
        page_size: rowsPerPage + 1,
        ...(after === null ? {} : { after_at: after.value, after_id: after.id }),
      })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(endedOrderSchema).parse(found);
}

async function callBoard(
  client: AccountClient,
  args: { property_id: string; order_id?: string },
): Promise<OrderBoard> {
  const board = await client.query((db) =>
    db.rpc('read_order_board', args).overrideTypes<unknown, { merge: false }>(),
  );
  return boardSchema.parse(board);
}
