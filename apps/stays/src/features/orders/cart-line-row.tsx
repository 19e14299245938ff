'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useLangOf } from '../language/use-lang-of';
import type { PreviewLine } from './preview-cart';

type CartLineRowProps = {
  line: PreviewLine;
  money: (amountMinor: number) => string;
  onQuantity: (quantity: number) => void;
};

const roundButton =
  'grid size-12 shrink-0 place-items-center rounded-full bg-sunken text-accent hover:bg-accent hover:text-accent-ink aria-disabled:cursor-not-allowed aria-disabled:bg-transparent aria-disabled:text-ink-soft';

/** One item with its price and quantity, up to the most that one order may have of it. */
export function CartLineRow({ line, money, onQuantity }: CartLineRowProps) {
  const t = useTranslations('Cart');
  const langOf = useLangOf();
  const { quantity, unitPriceMinor, maxQuantity, problem } = line;
  const name = line.name ?? (problem === 'gone' ? t('unknownItem') : '…');
  const isAtMost = quantity >= maxQuantity;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-3">
      <div className="min-w-32 grow basis-40 leading-snug">
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
      <div className="flex items-center">
        <button type="button" className={roundButton} onClick={() => onQuantity(quantity - 1)}>
          <Icon name={quantity === 1 ? 'close' : 'minus'} />
          <span className="sr-only">{quantity === 1 ? t('remove', { name }) : t('less', { name })}</span>
        </button>
        <output className="min-w-10 text-center font-semibold tabular-nums">
          {quantity}
          <span className="sr-only"> × {name}</span>
        </output>
        <button
          type="button"
          className={roundButton}
          aria-disabled={isAtMost}
          onClick={() => isAtMost || onQuantity(quantity + 1)}
        >
          <Icon name="plus" />
          <span className="sr-only">{t('more', { name })}</span>
        </button>
      </div>
    </li>
  );
}
