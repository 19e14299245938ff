import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';

const boardOrderSchema = z.object({
  id: z.uuid(),
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

/** What the desk works through: the orders under way, oldest first, and those that ended last. */
export async function listBoardOrders(client: AccountClient, placeId: string): Promise<BoardOrder[]> {
  const orders = await client.query((db) =>
    db.rpc('list_board_orders', { property_id: placeId }).overrideTypes<unknown[], { merge: false }>(),
  );
  return z.array(boardOrderSchema).parse(orders);
}

export async function getBoardOrder(client: AccountClient, placeId: string, id: string): Promise<BoardOrder> {
  const orders = await client.query((db) =>
    db
      .rpc('list_board_orders', { property_id: placeId, order_id: id })
      .overrideTypes<unknown[], { merge: false }>(),
  );
  const [order] = z.array(boardOrderSchema).parse(orders);
  if (order === undefined) {
    throw new ApiError('not_found');
  }
  return order;
}

/** The categories by which the board is filtered: a kitchen does not cook what the laundry washes. */
export async function listCategories(client: AccountClient, placeId: string) {
  return client.query((db) =>
    db
      .from('accom_service_categories')
      .select('id, name')
      .eq('property_id', placeId)
      .order('sort_order')
      .order('id')
      .limit(100),
  );
}
