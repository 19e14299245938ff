import type { ComponentType } from 'react';
import type { SheetName } from '@/client/action';
import type { ServiceCart } from '../cart/use-service-cart';
import type { StayPage } from './stay-page';

export type SheetProps = { onClose: () => void; onOpen: (sheet: SheetName) => void };

export type SheetComponent = ComponentType<SheetProps & { cart: ServiceCart }>;

/** How a guest proves the stay: without a question where the property asks none, else by the sheet that asks. */
export type Proof = {
  verifySilently: (page: StayPage) => Promise<boolean>;
  VerifySheet: ComponentType<VerifySheetProps>;
};

export type VerifySheetProps = {
  page: StayPage;
  /** The guest's full session has ended: the sheet says so above the form. */
  hasEnded: boolean;
  /** Ask for the booking code first. */
  byBookingCode: boolean;
  onDone: (isVerified: boolean) => void;
};

export type ActionLoaders = {
  sheets: Record<SheetName, () => Promise<SheetComponent>>;
  proof: () => Promise<Proof>;
};

let loaders: ActionLoaders | null = null;

/** Says how the sheets are loaded. Called by app, which knows the features that they are in. */
export function registerActions(given: ActionLoaders): void {
  loaders = given;
}

export function loadProof(): Promise<Proof> {
  return registered().proof();
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
