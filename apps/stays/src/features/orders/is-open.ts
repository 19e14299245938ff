import type { Order } from '@gudbro/guest-api/order';

const openStatuses: readonly Order['status'][] = ['pending', 'confirmed', 'preparing'];

export function isOpen({ status }: Pick<Order, 'status'>): boolean {
  return openStatuses.includes(status);
}
