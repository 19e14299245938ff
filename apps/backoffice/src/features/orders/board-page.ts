import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import type { Place } from '@/server/place';
import type { OrdersViewProps } from './orders-view';
import { readOrderBoard } from './queries';

const choices = z.object({ category: z.uuid().nullable().catch(null) });

/** What the board shows for this address. A choice in it that cannot be one is left out, since anybody may write an address. */
export async function readBoard(
  client: AccountClient,
  place: Place,
  query: Record<string, string | string[] | undefined>,
): Promise<OrdersViewProps> {
  const { category } = choices.parse(query);
  const { orders, categories, ...limits } = await readOrderBoard(client, place.id);
  return {
    place,
    orders,
    categories,
    category: categories.some(({ id }) => id === category) ? category : null,
    limits,
    now: new Date(),
  };
}
