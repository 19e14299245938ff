import type { BoardOrder, OrderStatus } from './queries';

/** The columns of the board, in the order in which an order passes them. */
export const columns = ['new', 'confirmed', 'preparing', 'ended'] as const;
export type Column = (typeof columns)[number];

/** Where an order stands. One that its guest cancelled stays among the new ones until somebody has read that. */
export function findColumn({
  status,
  cancellationSeenAt,
}: Pick<BoardOrder, 'status' | 'cancellationSeenAt'>): Column {
  if (status === 'pending' || (status === 'cancelled' && cancellationSeenAt === null)) {
    return 'new';
  }
  return status === 'confirmed' || status === 'preparing' ? status : 'ended';
}

/** The orders of each column: the oldest first, of those that ended the newest. */
export function sortIntoColumns(orders: readonly BoardOrder[]): Record<Column, BoardOrder[]> {
  const sorted: Record<Column, BoardOrder[]> = { new: [], confirmed: [], preparing: [], ended: [] };
  for (const order of orders) {
    sorted[findColumn(order)].push(order);
  }
  sorted.ended.sort((one, other) => Date.parse(other.changedAt) - Date.parse(one.changedAt));
  return sorted;
}

export type Step = 'confirmed' | 'preparing' | 'delivered';

const nextSteps: Partial<Record<OrderStatus, Step>> = {
  pending: 'confirmed',
  confirmed: 'preparing',
  preparing: 'delivered',
};

/** The one step forward. SQL allows the same. */
export function findNextStep(status: OrderStatus): Step | null {
  return nextSteps[status] ?? null;
}

export function hasCategory({ items }: Pick<BoardOrder, 'items'>, categoryId: string): boolean {
  return items.some((item) => item.categoryId === categoryId);
}
