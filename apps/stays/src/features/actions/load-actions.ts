import type { ComponentType } from 'react';
import type { ActionMessages } from '@/i18n/action-messages';
import type { StaysLocale } from '@/i18n/locales';
import type { ServiceCart } from '../orders/use-service-cart';
import { type SheetName, sheetNames } from './action';
import type { ActionApp } from './action-app';
import type { SheetProps } from './action-sheets';
import { loadActionMessages } from './load-action-messages';
import type { StayPage } from './stay-page';

/** What every action needs: the component that handles taps, and its messages. */
export type ActionParts = { App: typeof ActionApp; messages: ActionMessages };

type SheetComponent = ComponentType<SheetProps & { cart: ServiceCart }>;

const sheetLoaders: Record<SheetName, () => Promise<SheetComponent>> = {
  cart: async () => (await import('../orders/cart-sheet')).CartSheet,
  orders: async () => (await import('../orders/orders-sheet')).OrdersSheet,
  report: async () => (await import('../incidents/report-sheet')).ReportSheet,
  incidents: async () => (await import('../incidents/incidents-sheet')).IncidentsSheet,
  phones: async () => (await import('../phones/phones-sheet')).PhonesSheet,
  stay: async () => (await import('../stay/stay-sheet')).StaySheet,
  'booking-code': async () => (await import('../stay/stay-sheet')).BookingCodeSheet,
};
const sheets = new Map<SheetName, SheetComponent>();
let parts: ActionParts | null = null;

/** Rejects if a script cannot be fetched. A later call fetches it again. */
export async function loadParts(locale: StaysLocale): Promise<ActionParts> {
  if (parts === null) {
    const [{ ActionApp: App }, messages] = await Promise.all([
      import('./action-app'),
      loadActionMessages(locale),
    ]);
    parts = { App, messages };
  }
  return parts;
}

export function findParts(): ActionParts | null {
  return parts;
}

export async function loadSheet(name: SheetName): Promise<void> {
  sheets.set(name, sheets.get(name) ?? (await sheetLoaders[name]()));
}

/** The sheet, or undefined if its script has not been loaded. */
export function findSheet(name: SheetName): SheetComponent | undefined {
  return sheets.get(name);
}

/** The loaders of everything a tap may need, so that it is there when the line is gone: the scripts, then the catalogue. */
export function listLoaders({ code, locale }: StayPage): readonly (() => Promise<unknown>)[] {
  return [
    () => loadParts(locale),
    ...sheetNames.map((name) => () => loadSheet(name)),
    async () => (await import('../orders/use-catalogue')).saveCatalogueAhead(code),
  ];
}
