'use client';

import { formatMoney } from '@gudbro/domain';
import { useLocale } from 'next-intl';
import type { ClientError } from '@/client/request-error';
import { useStayPage } from '@/shell/actions/session-context';
import {
  listUnavailableItems,
  listUnresolved,
  type PreviewLine,
  previewCart,
  type UnavailableItem,
} from '@/shell/cart/preview-cart';
import { createTimeOfDay } from '@/shell/cart/served-times';
import { useCatalogue } from '@/shell/cart/use-catalogue';
import type { ServiceCart } from '@/shell/cart/use-service-cart';
import { unavailableItemsOf } from './placing-error';

export type CartView = {
  lines: readonly PreviewLine[];
  totalMinor: number | null;
  unavailable: readonly UnavailableItem[];
  isCatalogueMissing: boolean;
  retryCatalogue: () => void;
  money: (amountMinor: number) => string;
};

/** The cart as the sheet shows it: names, prices and the items that the server or the catalogue calls unavailable. */
export function useCartView(cart: ServiceCart, error: ClientError | null): CartView {
  const locale = useLocale();
  const { page } = useStayPage();
  const catalogue = useCatalogue(page.code, cart.count > 0);
  const wantedTimeOfDay =
    cart.wantedAt === null ? null : createTimeOfDay(page.timezone)(new Date(cart.wantedAt));
  const preview = previewCart(cart.lines, catalogue.data, wantedTimeOfDay);
  const shown = listUnavailableItems(preview);
  // A waiting cart may have reached the server while its items were available, so do not judge it by the catalogue.
  const found = unavailableItemsOf(error) ?? (cart.isWaiting ? [] : shown);
  const names = new Map(preview.lines.map(({ itemId, name }) => [itemId, name]));
  return {
    ...preview,
    unavailable: listUnresolved(cart.lines, found).map((problem) => ({
      ...problem,
      name: names.get(problem.itemId) ?? problem.name,
    })),
    isCatalogueMissing: catalogue.isError && catalogue.data === undefined,
    retryCatalogue: () => void catalogue.refetch(),
    money: (amountMinor) => formatMoney(amountMinor, catalogue.data?.currency ?? page.currency, locale),
  };
}
