import type { ComponentType } from 'react';
import type { SheetName, Tap } from '@/client/action';
import type { ActionMessages } from '@/i18n/action-messages';
import type { ServiceCart } from '../cart/use-service-cart';
import type { StayPage } from './stay-page';

export type SheetProps = { onClose: () => void; onOpen: (sheet: SheetName) => void };

type SheetComponent = ComponentType<SheetProps & { cart: ServiceCart }>;

export type StayAppProps = { page: StayPage; messages: ActionMessages; taps: readonly Tap[] };

export type StayApp = ComponentType<StayAppProps>;

export type ActionLoaders = {
  sheets: Record<SheetName, () => Promise<SheetComponent>>;
  /** What handles taps, with the proof of a stay. */
  app: () => Promise<StayApp>;
};

let loaders: ActionLoaders | null = null;

/** Says how the sheets are loaded. Called by app, which knows the features that they are in. */
export function registerActions(given: ActionLoaders): void {
  loaders = given;
}

export function loadApp(): Promise<StayApp> {
  return registered().app();
}

function registered(): ActionLoaders {
  if (loaders === null) {
    throw new TypeError('No sheets are registered: call registerActions first.');
  }
  return loaders;
}

const sheets = new Map<SheetName, SheetComponent>();

export async function loadSheet(name: SheetName): Promise<void> {
  sheets.set(name, sheets.get(name) ?? (await registered().sheets[name]()));
}

/** The sheet, or undefined if its script has not been loaded. */
export function findSheet(name: SheetName): SheetComponent | undefined {
  return sheets.get(name);
}
