'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { RetryNotice } from '../actions/retry-notice';
import { useIsOnline } from '../actions/use-is-online';
import { formatWait } from '../wait/format-wait';
import type { PlacingRefusal } from './placing-refusal';
import type { LineProblem } from './price-cart';
import type { CartView } from './use-cart-view';
import type { ServiceCart } from './use-service-cart';

type CartNoticesProps = {
  cart: ServiceCart;
  view: CartView;
  refusal: PlacingRefusal | null;
  onKeepRest: () => void;
  onSeeOrders: () => void;
};

/** What stands between the cart and the kitchen, and what to do about it. One thing at a time. */
export function CartNotices({ cart, view, refusal, onKeepRest, onSeeOrders }: CartNoticesProps) {
  const t = useTranslations('Cart');
  const isOnline = useIsOnline();
  const isOffline = !isOnline || refusal?.kind === 'offline';
  return (
    <div className="mb-2 space-y-3 empty:hidden">
      {view.wrong.length > 0 && (
        <Unavailable
          wrong={view.wrong}
          isAll={view.wrong.length === cart.lines.length}
          onKeepRest={onKeepRest}
        />
      )}
      {cart.isWaiting && (
        <Notice role="status" icon="clock" title={isOffline ? t('offlineTitle') : t('waitingTitle')}>
          <p className="text-pretty">{isOffline ? t('offline') : t('waiting')}</p>
        </Notice>
      )}
      {cart.mayHaveArrived && (
        <Notice icon="info">
          <p className="text-pretty">{t('mayHaveArrived')}</p>
          <Button variant="secondary" className="mt-3" onClick={onSeeOrders}>
            {t('seeOrders')}
          </Button>
        </Notice>
      )}
      {view.wrong.length === 0 && <Refused refusal={refusal} money={view.money} />}
      {view.isCatalogueAway && <RetryNotice text={t('pricesFailed')} onRetry={view.retryCatalogue} />}
    </div>
  );
}

/** Each item by name with its reason, and the way to keep the rest. */
function Unavailable({
  wrong,
  isAll,
  onKeepRest,
}: {
  wrong: readonly LineProblem[];
  isAll: boolean;
  onKeepRest: () => void;
}) {
  const t = useTranslations('Cart');
  const reasonOf = ({ problem, maxQuantity }: LineProblem): string => {
    switch (problem) {
      case 'gone':
        return t('gone');
      case 'sold_out':
        return t('soldOut');
      case 'closed':
        return t('closed');
      case 'too_many':
        return t('tooMany', { max: maxQuantity ?? 1 });
    }
  };
  const isLost = isAll && wrong.every(({ problem }) => problem !== 'too_many');
  return (
    <Notice role="alert" tone="danger" title={t('unavailableTitle')}>
      <ul>
        {wrong.map((problem) => (
          <li key={problem.itemId} className="wrap-anywhere">
            {t('problem', { name: problem.name || t('unknownItem'), reason: reasonOf(problem) })}
          </li>
        ))}
      </ul>
      <Button variant="secondary" className="mt-3" onClick={onKeepRest}>
        {isLost ? t('removeAll') : t('keepRest')}
      </Button>
    </Notice>
  );
}

function Refused({
  refusal,
  money,
}: {
  refusal: PlacingRefusal | null;
  money: (amountMinor: number) => string;
}) {
  const t = useTranslations('Cart');
  const locale = useLocale();
  const text = (refused: PlacingRefusal): ReactNode => {
    switch (refused.kind) {
      case 'total_changed':
        return t('totalChanged', { before: money(refused.oldTotalMinor), now: money(refused.newTotalMinor) });
      case 'limited':
        return t('limited', { wait: formatWait(refused.seconds, locale) });
      case 'key_was_used':
        return t('keyWasUsed');
      case 'stay_ended':
        return t('stayEnded');
      case 'not_confirmed':
        return t('notConfirmed');
      case 'failed':
        return t('failed');
      case 'offline':
      case 'unavailable':
        // Said above, with what can be done.
        return null;
    }
  };
  const said = refusal && text(refusal);
  return (
    said && (
      <Notice
        role="alert"
        tone="danger"
        {...(refusal?.kind === 'total_changed' ? { title: t('totalChangedTitle') } : {})}
      >
        <p className="text-pretty">{said}</p>
      </Notice>
    )
  );
}
