'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { CallDesk } from '../actions/call-desk';
import type { ClientError } from '../actions/request-error';
import { RetryNotice } from '../actions/retry-notice';
import { useIsOnline } from '../actions/use-is-online';
import { formatWait } from '../wait/format-wait';
import { isKeyUsed, newTotalOf } from './placing-error';
import type { UnavailableItem } from './preview-cart';
import type { CartView } from './use-cart-view';
import type { OrderPlacing } from './use-order-placing';
import type { ServiceCart } from './use-service-cart';

type CartNoticesProps = {
  cart: ServiceCart;
  view: CartView;
  placing: Pick<OrderPlacing, 'error' | 'seenTotalMinor'>;
  onRemoveUnavailable: () => void;
  onSeeOrders: () => void;
};

/** Says why the cart cannot be ordered as it is, and what the guest can do. */
export function CartNotices({ cart, view, placing, onRemoveUnavailable, onSeeOrders }: CartNoticesProps) {
  const t = useTranslations('Cart');
  const isOnline = useIsOnline();
  return (
    <div className="mb-2 space-y-3 empty:hidden">
      {view.unavailable.length > 0 && (
        <Unavailable
          unavailable={view.unavailable}
          isAll={view.unavailable.length === cart.lines.length}
          onRemoveUnavailable={onRemoveUnavailable}
        />
      )}
      {cart.isWaiting && (
        <Notice role="status" icon="clock" title={isOnline ? t('waitingTitle') : t('offlineTitle')}>
          <p className="text-pretty">{isOnline ? t('waiting') : t('offline')}</p>
          <CallDesk />
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
      {view.unavailable.length === 0 && <PlacingErrorNotice {...placing} money={view.money} />}
      {view.isCatalogueMissing && <RetryNotice text={t('pricesFailed')} onRetry={view.retryCatalogue} />}
    </div>
  );
}

/** Each unavailable item by name with its reason, and a button that leaves the other items in the cart. */
function Unavailable({
  unavailable,
  isAll,
  onRemoveUnavailable,
}: {
  unavailable: readonly UnavailableItem[];
  isAll: boolean;
  onRemoveUnavailable: () => void;
}) {
  const t = useTranslations('Cart');
  const reasonOf = ({ problem, maxQuantity }: UnavailableItem): string => {
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
  const isNothingLeft = isAll && unavailable.every(({ problem }) => problem !== 'too_many');
  return (
    <Notice role="alert" tone="danger" title={t('unavailableTitle')}>
      <ul>
        {unavailable.map((problem) => (
          <li key={problem.itemId} className="wrap-anywhere">
            {t('problem', { name: problem.name || t('unknownItem'), reason: reasonOf(problem) })}
          </li>
        ))}
      </ul>
      <Button variant="secondary" className="mt-3" onClick={onRemoveUnavailable}>
        {isNothingLeft ? t('removeAll') : t('keepRest')}
      </Button>
    </Notice>
  );
}

type PlacingErrorNoticeProps = Pick<OrderPlacing, 'error' | 'seenTotalMinor'> & {
  money: (amountMinor: number) => string;
};

function PlacingErrorNotice({ error, seenTotalMinor, money }: PlacingErrorNoticeProps) {
  const t = useTranslations('Cart');
  const locale = useLocale();
  const newTotal = newTotalOf(error);

  function textOf(failed: ClientError): string | null {
    switch (failed.error) {
      case 'rate_limited':
        return t('limited', { wait: formatWait(failed.retryAfterSeconds, locale) });
      case 'stay_ended':
        return t('stayEnded');
      case 'illegal_step':
        return t('notConfirmed');
      case 'offline':
      case 'item_unavailable':
        // CartNotices shows these itself, with a button.
        return null;
      default:
        return isKeyUsed(failed) ? t('keyWasUsed') : t('failed');
    }
  }

  if (error === null) {
    return null;
  }
  const isAboutTotal = newTotal !== null;
  const text = isAboutTotal
    ? t('totalChanged', { before: money(seenTotalMinor), now: money(newTotal) })
    : textOf(error);
  return (
    text && (
      <Notice role="alert" tone="danger" {...(isAboutTotal ? { title: t('totalChangedTitle') } : {})}>
        <p className="text-pretty">{text}</p>
        {!isAboutTotal && <CallDesk />}
      </Notice>
    )
  );
}
