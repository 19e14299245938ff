import { hashText } from '@/client/hash-text';

export type CartLine = { itemId: string; quantity: number };

export type Cart = {
  /** A new one is generated with the first line, and after an order was placed. */
  id: string;
  lines: readonly CartLine[];
  notes: string;
  /** The instant for which it is wanted. Null: as soon as it is ready. */
  wantedAt: string | null;
  /** It was sent and no response came. It stays as it is until the guest sends it again. */
  isWaiting: boolean;
  /** It was changed after it had been waiting: the earlier content may have reached the server. */
  mayHaveArrived: boolean;
};

export type CartContent = Pick<Cart, 'lines' | 'notes' | 'wantedAt'>;

export const emptyCart: Cart = {
  id: '',
  lines: [],
  notes: '',
  wantedAt: null,
  isWaiting: false,
  mayHaveArrived: false,
};

export const maxNotesLength = 500;
const maxLines = 50;
const maxQuantity = 99;

/** The content as it is sent: the same text is the same order. */
function serializeContent({ lines, notes, wantedAt }: CartContent): string {
  return JSON.stringify([lines.map(({ itemId, quantity }) => [itemId, quantity]), notes.trim(), wantedAt]);
}

/**
 * The idempotency key, made of the cart's id and a hash of its content. The same content has the same key, so a retry
 * returns the order that was already placed, even after a change that was undone. Different content has another key.
 */
export function keyOfCart(cart: Cart): string {
  return `${cart.id}-${hashText(serializeContent(cart))}`;
}

/** The cart with new content. Without lines it becomes the empty cart. */
export function changeContent(cart: Cart, content: CartContent, generateId: () => string): Cart {
  if (content.lines.length === 0) {
    return emptyCart;
  }
  const id = cart.id || generateId();
  if (serializeContent(cart) === serializeContent(content)) {
    return { ...cart, ...content, id };
  }
  return { ...content, id, isWaiting: false, mayHaveArrived: cart.mayHaveArrived || cart.isWaiting };
}

/** The lines with an item's quantity set: 0 removes the line, a new item comes last. */
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

/** Reads a cart from storage. Anything that is not a cart becomes the empty cart. */
export function parseCart(stored: string | null): Cart {
  const { id, lines, notes, wantedAt, isWaiting, mayHaveArrived } = readRecord(stored);
  if (typeof id !== 'string' || !/^[\w-]{8,60}$/.test(id) || !Array.isArray(lines)) {
    return emptyCart;
  }
  const validLines = lines
    .filter(isLine)
    .reduce<readonly CartLine[]>((all, { itemId, quantity }) => withQuantity(all, itemId, quantity), []);
  return validLines.length === 0
    ? emptyCart
    : {
        id,
        lines: validLines,
        notes: typeof notes === 'string' ? notes.slice(0, maxNotesLength) : '',
        wantedAt: typeof wantedAt === 'string' && isInstant(wantedAt) ? wantedAt : null,
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

/** In the one form in which the sheet writes it. */
function isInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}

function isLine(line: unknown): line is CartLine {
  const { itemId, quantity } = Object(line);
  return (
    typeof itemId === 'string' && /^[\da-f-]{36}$/i.test(itemId) && Number.isInteger(quantity) && quantity > 0
  );
}
