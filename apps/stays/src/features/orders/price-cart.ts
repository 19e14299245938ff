import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import type { Services } from '../content/guest-content';
import type { CartLine } from './cart';

/** What is wrong with a line, as the server names it or as the catalogue shows it. */
export type UnavailableItem = ErrorBody<'item_unavailable'>['items'][number];

type Problem = UnavailableItem['problem'];

export type PricedLine = CartLine & {
  name: string | null;
  /** See lang-of.ts. */
  translated?: readonly string[] | undefined;
  unitPriceMinor: number | null;
  maxQuantity: number;
  problem: Problem | null;
};

export type PricedCart = {
  lines: readonly PricedLine[];
  /** Null while a price is not known. */
  totalMinor: number | null;
};

/** The cart by the catalogue's names and prices. What it costs in the end is the server's to say. */
export function priceCart(lines: readonly CartLine[], services: Services | undefined): PricedCart {
  const items = new Map(services?.categories.flatMap(({ items }) => items).map((item) => [item.id, item]));
  const priced = lines.map((line): PricedLine => {
    const item = items.get(line.itemId);
    if (item === undefined) {
      const problem = services === undefined ? null : 'gone';
      return { ...line, name: null, unitPriceMinor: null, maxQuantity: 99, problem };
    }
    const { name, translated, priceMinor: unitPriceMinor, maxQuantity } = item;
    return { ...line, name, translated, unitPriceMinor, maxQuantity, problem: findProblem(line, item) };
  });
  const prices = priced.map(({ quantity, unitPriceMinor }) =>
    unitPriceMinor === null ? null : quantity * unitPriceMinor,
  );
  return { lines: priced, totalMinor: sum(prices) };
}

type Availability = Services['categories'][number]['items'][number];

function findProblem(
  { quantity }: CartLine,
  { soldOut, availableNow, maxQuantity }: Availability,
): Problem | null {
  if (soldOut) {
    return 'sold_out';
  }
  if (!availableNow) {
    return 'closed';
  }
  return quantity > maxQuantity ? 'too_many' : null;
}

function sum(prices: readonly (number | null)[]): number | null {
  return prices.reduce((total, price) => (total === null || price === null ? null : total + price), 0);
}

/** The lines without what cannot be had; of what is too many, as many as may be. */
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

/** What the catalogue says is wrong, in the server's words. */
export function listProblems({ lines }: PricedCart): readonly UnavailableItem[] {
  return lines.flatMap(({ itemId, name, problem, maxQuantity }) =>
    problem === null ? [] : [{ itemId, name: name ?? '', problem, maxQuantity }],
  );
}

/** Of what was found wrong, what the guest has not put right meanwhile. */
export function stillWrong(
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
