import type { Order } from './order';

/** The message of the namespace `Orders` that names a status. */
export const statusMessage = {
  pending: 'statusPending',
  confirmed: 'statusConfirmed',
  preparing: 'statusPreparing',
  delivered: 'statusDelivered',
  cancelled: 'statusCancelled',
  rejected: 'statusRejected',
} as const satisfies Record<Order['status'], string>;
