'use client';

import { ActionHost, type ActionHostProps } from '@/shell/actions/action-host';
import { registerActions } from '@/shell/actions/load-sheets';

registerActions({
  sheets: {
    cart: async () => (await import('@/features/orders/sheets')).CartSheet,
    orders: async () => (await import('@/features/orders/sheets')).OrdersSheet,
    report: async () => (await import('@/features/incidents/sheets')).ReportSheet,
    incidents: async () => (await import('@/features/incidents/sheets')).IncidentsSheet,
    phones: async () => (await import('@/features/phones/phones-sheet')).PhonesSheet,
    documents: async () => (await import('@/features/documents/documents-sheet')).DocumentsSheet,
    stay: async () => (await import('./stay-app')).StaySheet,
    'booking-code': async () => (await import('./stay-app')).BookingCodeSheet,
  },
  app: async () => (await import('./stay-app')).StayApp,
});

/** What a tap on a stay's page opens. */
export function StayActions(props: ActionHostProps) {
  return <ActionHost {...props} />;
}
