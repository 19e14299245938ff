'use client';

import { ActionHost, type ActionHostProps } from '@/shell/actions/action-host';
import { registerActions } from '@/shell/actions/load-sheets';

registerActions({
  sheets: {
    cart: async () => (await import('@/features/orders/cart-sheet')).CartSheet,
    orders: async () => (await import('@/features/orders/orders-sheet')).OrdersSheet,
    report: async () => (await import('@/features/incidents/report-sheet')).ReportSheet,
    incidents: async () => (await import('@/features/incidents/incidents-sheet')).IncidentsSheet,
    phones: async () => (await import('@/features/phones/phones-sheet')).PhonesSheet,
    stay: async () => (await import('@/features/verification/stay-sheet')).StaySheet,
    'booking-code': async () => (await import('@/features/verification/stay-sheet')).BookingCodeSheet,
  },
  proof: async () => (await import('@/features/verification/proof')).proof,
});

/** What a tap on a stay's page opens. */
export function StayActions(props: ActionHostProps) {
  return <ActionHost {...props} />;
}
