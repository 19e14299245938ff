import { hashText } from '../actions/hash-text';

export type CartLine = { itemId: string; quantity: number };

export type Cart = {
  /** Drawn with the first line, and anew once an order is placed. */
  id: string;
  lines: readonly CartLine[];
  notes: string;
  /** It was sent and no answer came: kept as it is until the guest says to send it again. */
  isWaiting: boolean;
  /** It was changed after such a try: what was sent then may have arrived. */
  mayHaveArrived: boolean;
};

export type CartContent = Pick<Cart, 'lines' | 'notes'>;

export const emptyCart: Cart = { id: '', lines: [], notes: '', isWaiting: false, mayHaveArrived: false };

export const maxNotesLength = 500;
const maxLines = 50;
const maxQuantity = 99;

/** What of the content goes over the line. The same text is the same order. */
function writeContent({ lines, notes }: CartContent): string {
  return JSON.stringify([lines.map(({ itemId, quantity }) => [itemId, quantity]), notes.trim()]);
}

/**
 * The idempotency key: of the cart and what is in it. The same content has the same key, so a retry is answered with
 * the order already placed, also after a change that was taken back; other content has another.
 */
export function keyOfCart(cart: Cart): string {
  return `${cart.id}-${hashText(writeContent(cart))}`;
}

/** The cart with other content. Without a line left there is no cart. */
export function changeContent(cart: Cart, content: CartContent, generateId: () => string): Cart {
  if (content.lines.length === 0) {
    return emptyCart;
  }
  const id = cart.id || generateId();
  if (writeContent(cart) === writeContent(content)) {
    return { ...cart, ...content, id };
  }
  return { ...content, id, isWaiting: false, mayHaveArrived: cart.mayHaveArrived || cart.isWaiting };
}

/** The lines with so many of an item: none takes the line away, a new item comes last. */
export function withQuantity(
  lines: readonly CartLine[],
  itemId: string,
  quantity: number,
): readonly CartLine[] {
  const wanted = Math.min(Math.max(Math.trunc(quantity), 0), maxQuantity);
  if (wanted === 0) {
    return lines.filter((line) => line.itemId !== itemId);
  }
  if (lines.some((line) => line.itemId === itemId)) {
    return lines.map((line) => (line.itemId === itemId ? { itemId, quantity: wanted } : line));
  }
  return lines.length < maxLines ? [...lines, { itemId, quantity: wanted }] : lines;
}

export function quantityOf(lines: readonly CartLine[], itemId: string): number {
  return lines.find((line) => line.itemId === itemId)?.quantity ?? 0;
}

/** What storage holds, or an empty cart where that is nothing of ours. */
export function parseCart(stored: string | null): Cart {
  const { id, lines, notes, isWaiting, mayHaveArrived } = readRecord(stored);
  if (typeof id !== 'string' || !/^[\w-]{8,60}$/.test(id) || !Array.isArray(lines)) {
    return emptyCart;
  }
  const kept = lines
    .filter(isLine)
    .reduce<readonly CartLine[]>((all, { itemId, quantity }) => withQuantity(all, itemId, quantity), []);
  return kept.length === 0
    ? emptyCart
    : {
        id,
        lines: kept,
        notes: typeof notes === 'string' ? notes.slice(0, maxNotesLength) : '',
        isWaiting: isWaiting === true,
        mayHaveArrived: mayHaveArrived === true,
      };
}

function readRecord(stored: string | null): Record<string, unknown> {
  try {
    const read: unknown = JSON.parse(stored ?? '{}');
    return typeof read === 'object' && read !== null ? { ...read } : {};
  } catch {
    return {};
  }
}

function isLine(line: unknown): line is CartLine {
  const { itemId, quantity } = Object(line);
  return (
    typeof itemId === 'string' && /^[\da-f-]{36}$/i.test(itemId) && Number.isInteger(quantity) && quantity > 0
  );
}
