'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { SheetProps } from '../actions/action-sheets';
import { useStayPage } from '../actions/session-context';
import { Sheet } from '../actions/sheet';
import { maxNotesLength } from './cart';
import { CartLineRow } from './cart-line-row';
import { CartNotices } from './cart-notices';
import { newTotalOf } from './placing-error';
import { withoutProblems } from './preview-cart';
import { useCartView } from './use-cart-view';
import { useOrderPlacing } from './use-order-placing';
import type { ServiceCart } from './use-service-cart';

/** The cart's items, its total and the button that orders it. */
export function CartSheet({ cart, onClose, onOpen }: SheetProps & { cart: ServiceCart }) {
  const t = useTranslations('Cart');
  const { page, tier } = useStayPage();
  const placing = useOrderPlacing(cart);
  const view = useCartView(cart, placing.error);
  const list = useRef<HTMLUListElement>(null);

  const newTotal = newTotalOf(placing.error);

  function placeLabel(): string {
    if (newTotal !== null) {
      return t('placeFor', { total: view.money(newTotal) });
    }
    return cart.isWaiting ? t('sendNow') : t('place');
  }

  async function place() {
    if (await placing.place(newTotal ?? view.totalMinor)) {
      onOpen('orders');
    }
  }

  function changeQuantity(itemId: string, quantity: number) {
    placing.dismiss();
    cart.setQuantity(itemId, quantity);
    if (quantity === 0) {
      // The pressed button is removed with its line: move the focus to the list.
      list.current?.focus();
    }
  }

  if (cart.count === 0 && !placing.isPlacing) {
    return (
      <Sheet title={t('title')} onClose={onClose}>
        <p className="text-pretty leading-relaxed">{t('empty')}</p>
        <Button ref={takeFocus} variant="secondary" className="mt-5 w-full" onClick={onClose}>
          {t('back')}
        </Button>
      </Sheet>
    );
  }

  return (
    <Sheet
      title={t('title')}
      onClose={onClose}
      footer={
        <PlaceFooter
          total={newTotal ?? view.totalMinor}
          money={view.money}
          isPlacing={placing.isPlacing}
          // A waiting cart may be sent before its prices are loaded: the server checks the total in any case.
          isReady={view.unavailable.length === 0 && (view.totalMinor !== null || cart.isWaiting)}
          label={placeLabel()}
          onPlace={place}
        />
      }
    >
      <CartNotices
        cart={cart}
        view={view}
        placing={placing}
        onRemoveUnavailable={() => {
          placing.dismiss();
          cart.setLines(withoutProblems(cart.lines, view.unavailable));
          list.current?.focus();
        }}
        onSeeOrders={() => onOpen('orders')}
      />
      <ul ref={list} tabIndex={-1} aria-label={t('title')} className="divide-y divide-line rounded-lg">
        {view.lines.map((line) => (
          <CartLineRow
            key={line.itemId}
            line={line}
            money={view.money}
            onQuantity={(n) => changeQuantity(line.itemId, n)}
          />
        ))}
      </ul>
      <NoteField notes={cart.notes} onNotes={cart.setNotes} />
      {tier === 'browse' && page.method !== 'none' && (
        <p className="mt-4 flex gap-2 text-ink-soft text-sm leading-snug">
          <Icon name="lock" className="mt-0.5 size-4 shrink-0" />
          {t('willAsk')}
        </p>
      )}
    </Sheet>
  );
}

/** The pressed button was removed with the last line, so the focus would be lost. */
function takeFocus(button: HTMLButtonElement | null): void {
  button?.focus();
}

function NoteField({ notes, onNotes }: { notes: string; onNotes: (notes: string) => void }) {
  const t = useTranslations('Cart');
  return (
    <label className="mt-4 block">
      <span className="mb-1.5 block font-semibold">{t('note')}</span>
      <textarea
        value={notes}
        onChange={(event) => onNotes(event.target.value)}
        maxLength={maxNotesLength}
        rows={2}
        placeholder={t('noteHint')}
        className="w-full rounded-xl border border-field-line bg-surface px-4 py-3 text-base text-ink placeholder:text-ink-soft"
      />
    </label>
  );
}

type PlaceFooterProps = {
  total: number | null;
  money: (amountMinor: number) => string;
  isPlacing: boolean;
  isReady: boolean;
  label: string;
  onPlace: () => void;
};

function PlaceFooter({ total, money, isPlacing, isReady, label, onPlace }: PlaceFooterProps) {
  const t = useTranslations('Cart');
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
        <span>{t('total')}</span>
        <output className="font-semibold tabular-nums">{total === null ? '…' : money(total)}</output>
      </p>
      {/* Not `disabled` while sending: a disabled button loses the focus. */}
      <Button className="w-full" onClick={onPlace} disabled={!isReady} aria-disabled={isPlacing}>
        {isPlacing ? t('placing') : label}
      </Button>
    </div>
  );
}
