const sheetNames = ['cart', 'orders', 'report', 'incidents', 'phones', 'stay'] as const;

export type SheetName = (typeof sheetNames)[number];

/** What a tap on the page can start. The buttons are rendered on the server and carry it in data attributes. */
export type Action = { name: 'add-item'; itemId: string } | { name: SheetName };

/** To be spread on a button: `<button {...actionProps({ name: 'cart' })}>`. */
export function actionProps(action: Action): { 'data-action': string; 'data-item'?: string } {
  return action.name === 'add-item'
    ? { 'data-action': action.name, 'data-item': action.itemId }
    : { 'data-action': action.name };
}

/** The action of the button that was tapped, or null if the tap was on something else. */
export function readAction(target: EventTarget | null): Action | null {
  const button = target instanceof Element ? target.closest<HTMLElement>('[data-action]') : null;
  const { action, item } = button?.dataset ?? {};
  if (action === 'add-item' && item !== undefined) {
    return { name: 'add-item', itemId: item };
  }
  const name = sheetNames.find((sheet) => sheet === action);
  return name === undefined ? null : { name };
}
