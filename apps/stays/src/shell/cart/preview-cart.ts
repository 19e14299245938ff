import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import type { Services } from '@gudbro/guest-api/guest-content';
import type { CartLine } from './cart';
import { isServedAt, type ServedHours } from './served-times';

/** An item that cannot be ordered, and why. Both the server and the catalogue can be its source. */
export type UnavailableItem = ErrorBody<'item_unavailable'>['items'][number];

type Problem = UnavailableItem['problem'];

export type PreviewLine = CartLine & {
  name: string | null;
  /** Which fields are translated: see lang-of.ts. */
  translated?: readonly string[] | undefined;
  unitPriceMinor: number | null;
  maxQuantity: number;
  /** Null if the item is not in the catalogue. */
  hours: ServedHours | null;
  problem: Problem | null;
};

export type CartPreview = {
  lines: readonly PreviewLine[];
  /** Null if the price of a line is unknown. */
  totalMinor: number | null;
};

/**
 * The cart with the catalogue's names and prices. Only a preview: the server prices the order. `wantedTimeOfDay` is the time
 * for which it is wanted by the property's clock, or null for an order that is wanted now.
 */
export function previewCart(
  lines: readonly CartLine[],
  services: Services | undefined,
  wantedTimeOfDay: string | null,
): CartPreview {
  const items = new Map(services?.categories.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const previewLines = lines.map((line): PreviewLine => {
    const item = items.get(line.itemId);
    if (item === undefined) {
      const problem = services === undefined ? null : 'gone';
      return { ...line, name: null, unitPriceMinor: null, maxQuantity: 99, hours: null, problem };
    }
    const { name, translated, priceMinor: unitPriceMinor, maxQuantity, availableFrom, availableTo } = item;
    const hours = { availableFrom, availableTo };
    const problem = findProblem(line, item, wantedTimeOfDay);
    return { ...line, name, translated, unitPriceMinor, maxQuantity, hours, problem };
  });
  const prices = previewLines.map(({ quantity, unitPriceMinor }) =>
    unitPriceMinor === null ? null : quantity * unitPriceMinor,
  );
  return { lines: previewLines, totalMinor: sum(prices) };
}

type Availability = Services['categories'][number]['items'][number];

function findProblem(
  { quantity }: CartLine,
  { soldOut, availableNow, maxQuantity, ...hours }: Availability,
  wantedTimeOfDay: string | null,
): Problem | null {
  if (soldOut) {
    return 'sold_out';
  }
  if (wantedTimeOfDay === null ? !availableNow : !isServedAt(hours, wantedTimeOfDay)) {
    return 'closed';
  }
  return quantity > maxQuantity ? 'too_many' : null;
}

function sum(prices: readonly (number | null)[]): number | null {
  return prices.reduce((total, price) => (total === null || price === null ? null : total + price), 0);
}

/** The lines without unavailable items. A quantity that is too high is set to the most there may be. */
export function withoutProblems(
  lines: readonly CartLine[],
  found: readonly UnavailableItem[],
): readonly CartLine[] {
  const byItem = new Map(found.map((problem) => [problem.itemId, problem]));
  return lines.flatMap((line) => {
    const hit = byItem.get(line.itemId);
    if (hit === undefined) {
      return [line];
    }
    return hit.problem === 'too_many' && hit.maxQuantity !== null
      ? [{ ...line, quantity: hit.maxQuantity }]
      : [];
  });
}

/** The items that are unavailable by the catalogue, in the form that the server's error has. */
export function listUnavailableItems({ lines }: CartPreview): readonly UnavailableItem[] {
  return lines.flatMap(({ itemId, name, problem, maxQuantity }) =>
    problem === null ? [] : [{ itemId, name: name ?? '', problem, maxQuantity }],
  );
}

/** The unavailable items that the guest has neither removed nor corrected since. */
export function listUnresolved(
  lines: readonly CartLine[],
  found: readonly UnavailableItem[],
): readonly UnavailableItem[] {
  return found.filter(({ itemId, problem, maxQuantity }) => {
    const line = lines.find((one) => one.itemId === itemId);
    return (
      line !== undefined && !(problem === 'too_many' && maxQuantity !== null && line.quantity <= maxQuantity)
    );
  });
}
