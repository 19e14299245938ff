'use client';

import { useTranslations } from 'next-intl';
import type { PreviewLine } from '@/shell/cart/preview-cart';
import { QuantityStepper } from '@/shell/cart/quantity-stepper';
import { useLangOf } from '@/shell/sheets/use-lang-of';

type CartLineRowProps = {
  line: PreviewLine;
  money: (amountMinor: number) => string;
  onQuantity: (quantity: number) => void;
};

/** One item with its price and quantity, up to the most that one order may have of it. */
export function CartLineRow({ line, money, onQuantity }: CartLineRowProps) {
  const t = useTranslations('Cart');
  const langOf = useLangOf();
  const { quantity, unitPriceMinor, maxQuantity, problem } = line;
  const name = line.name ?? (problem === 'gone' ? t('unknownItem') : '…');
  const isAtMost = quantity >= maxQuantity;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-3">
      <div className="min-w-32 grow basis-36 leading-snug">
        <p
          lang={line.name === null ? undefined : langOf(line, 'name')}
          className="wrap-anywhere hyphens-auto font-semibold"
        >
          {name}
        </p>
        {unitPriceMinor !== null && (
          <p className="text-ink-soft text-sm tabular-nums">
            {quantity === 1
              ? money(unitPriceMinor)
              : t('linePrice', { each: money(unitPriceMinor), total: money(quantity * unitPriceMinor) })}
          </p>
        )}
        {isAtMost && problem !== 'gone' && (
          <p className="text-ink-soft text-sm">{t('atMost', { max: maxQuantity })}</p>
        )}
      </div>
      <QuantityStepper
        name={name}
        quantity={quantity}
        max={maxQuantity}
        labels={{
          more: t('more', { name }),
          less: t('less', { name }),
          remove: t('remove', { name }),
          most: t('most'),
        }}
        less={{ onClick: () => onQuantity(quantity - 1) }}
        more={{ onClick: () => isAtMost || onQuantity(quantity + 1) }}
      />
    </li>
  );
}
