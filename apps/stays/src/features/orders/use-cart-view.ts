'use client';

import { formatMoney } from '@gudbro/domain';
import { useLocale } from 'next-intl';
import type { ClientError } from '../actions/request-error';
import { useStayPage } from '../actions/session-context';
import { unavailableItemsOf } from './placing-error';
import { listProblems, type PricedLine, priceCart, stillWrong, type UnavailableItem } from './price-cart';
import { useCatalogue } from './use-catalogue';
import type { ServiceCart } from './use-service-cart';

export type CartView = {
  lines: readonly PricedLine[];
  totalMinor: number | null;
  /** What cannot be had as it is, by name. */
  wrong: readonly UnavailableItem[];
  isCatalogueAway: boolean;
  retryCatalogue: () => void;
  money: (amountMinor: number) => string;
};

/** The cart as the sheet shows it: with names and prices, and with what the server or the catalogue finds wrong. */
export function useCartView(cart: ServiceCart, error: ClientError | null): CartView {
  const locale = useLocale();
  const { page } = useStayPage();
  const catalogue = useCatalogue(page.code, cart.count > 0);
  const priced = priceCart(cart.lines, catalogue.data);
  const shown = listProblems(priced);
  // What waits may have arrived when it could still be had: the server knows, the catalogue does not.
  const found = unavailableItemsOf(error) ?? (cart.isWaiting ? [] : shown);
  const names = new Map(priced.lines.map(({ itemId, name }) => [itemId, name]));
  return {
    ...priced,
    wrong: stillWrong(cart.lines, found).map((problem) => ({
      ...problem,
      name: names.get(problem.itemId) ?? problem.name,
    })),
    isCatalogueAway: catalogue.isError && catalogue.data === undefined,
    retryCatalogue: () => void catalogue.refetch(),
    money: (amountMinor) => formatMoney(amountMinor, catalogue.data?.currency ?? page.currency, locale),
  };
}
