export const sheetNames = [
  'cart',
  'orders',
  'report',
  'incidents',
  'phones',
  'documents',
  'stay',
  'booking-code',
] as const;

const itemActionNames = ['add-item', 'remove-item'] as const;

export type SheetName = (typeof sheetNames)[number];

/** What a tap on the page can start. The buttons are rendered on the server and carry it in data attributes. */
export type Action = ItemAction | SheetAction;

export type SheetAction = { name: SheetName };

/** Numbered, so that a second tap on the same button is a new tap. */
export type Tap = { action: SheetAction; number: number };

/** Puts one more of an item into the cart, or takes one out. */
export type ItemAction = { name: (typeof itemActionNames)[number]; itemId: string };

/** To be spread on a button: `<button {...actionProps({ name: 'cart' })}>`. */
export function actionProps(action: Action): { 'data-action': string; 'data-item'?: string } {
  return 'itemId' in action
    ? { 'data-action': action.name, 'data-item': action.itemId }
    : { 'data-action': action.name };
}

/** The action of the button that was tapped, or null if the tap was on something else. */
export function readAction(target: EventTarget | null): Action | null {
  const button =
    target instanceof Element ? target.closest<HTMLElement>('[data-action]:not([aria-disabled=true])') : null;
  const { action, item } = button?.dataset ?? {};
  const itemAction = itemActionNames.find((one) => one === action);
  if (itemAction !== undefined && item !== undefined) {
    return { name: itemAction, itemId: item };
  }
  const name = sheetNames.find((sheet) => sheet === action);
  return name === undefined ? null : { name };
}
