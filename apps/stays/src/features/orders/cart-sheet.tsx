'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import type { SheetProps } from '@/shell/actions/load-sheets';
import { useStayPage } from '@/shell/actions/session-context';
import { maxNotesLength } from '@/shell/cart/cart';
import { withoutProblems } from '@/shell/cart/preview-cart';
import type { ServiceCart } from '@/shell/cart/use-service-cart';
import { Sheet } from '@/shell/sheets/sheet';
import { CartLineRow } from './cart-line-row';
import { CartNotices } from './cart-notices';
import { PlaceFooter } from './place-footer';
import { newTotalOf } from './placing-error';
import { useCartView } from './use-cart-view';
import { useOrderPlacing } from './use-order-placing';
import { useWantedTimes } from './use-wanted-times';
import { WhenChoice } from './when-choice';

/** The cart's items, when they are wanted, what they cost and the button that orders them. */
export function CartSheet({ cart, onClose, onOpen }: SheetProps & { cart: ServiceCart }) {
  const t = useTranslations('Cart');
  const { page, tier } = useStayPage();
  const placing = useOrderPlacing(cart);
  const view = useCartView(cart, placing.error);
  const times = useWantedTimes(view.lines);
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

  function changeTime(wantedAt: string | null) {
    placing.dismiss();
    cart.setWantedAt(wantedAt);
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
          wantedAt={cart.wantedAt}
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
        firstServedAt={times.later[0] ?? null}
        onTakeTime={(time) => {
          changeTime(time);
          // The pressed button is removed with its notice.
          list.current?.focus();
        }}
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
      <WhenChoice wantedAt={cart.wantedAt} times={times} onChange={changeTime} />
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
