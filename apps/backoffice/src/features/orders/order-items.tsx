import { formatMoney } from '@gudbro/domain';
import { getLocale, getTranslations } from 'next-intl/server';
import type { BoardOrder } from './queries';

type OrderItemsProps = {
  order: BoardOrder;
  /** Lines of other categories are for somebody else, and stand back. */
  category?: string | null;
  /** With the price of each line, for members who see money. */
  hasPrices?: boolean;
};

/** What was ordered. An order that its guest cancelled is struck through. */
export async function OrderItems({ order, category = null, hasPrices = false }: OrderItemsProps) {
  const [t, locale] = await Promise.all([getTranslations('Orders'), getLocale()]);
  const money = (minor: number) => formatMoney(minor, order.currency, locale);
  return (
    <div className="space-y-1">
      <ul className={`space-y-1 text-lg leading-snug ${order.status === 'cancelled' ? 'line-through' : ''}`}>
        {order.items.map((item, index) => (
          <li
            // Two lines may be the same, and the lines of an order never change.
            key={index}
            className={`flex gap-2 ${category !== null && item.categoryId !== category ? 'text-ink-soft text-base' : ''}`}
          >
            <span className="shrink-0 font-semibold tabular-nums">{item.quantity} ×</span>{' '}
            <span className="wrap-anywhere min-w-0 grow">{item.name}</span>
            {hasPrices && item.totalMinor !== null && (
              <span className="shrink-0 tabular-nums">{money(item.totalMinor)}</span>
            )}
          </li>
        ))}
      </ul>
      {order.totalMinor !== null && (
        <p className="flex flex-wrap justify-between gap-x-3 text-ink-soft">
          <span>{t('total')}</span>
          <span className="font-semibold text-ink tabular-nums">{money(order.totalMinor)}</span>
        </p>
      )}
    </div>
  );
}
