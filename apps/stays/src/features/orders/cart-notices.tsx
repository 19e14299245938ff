'use client';

import type { ErrorBody } from '@gudbro/api-kit/read-error-body';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import type { ClientError } from '@/client/request-error';
import { useIsOnline } from '@/client/use-is-online';
import type { ServiceCart } from '@/shell/cart/use-service-cart';
import { CallDesk } from '@/shell/sheets/call-desk';
import { RetryNotice } from '@/shell/sheets/retry-notice';
import { formatDay } from '@/shell/words/format-day';
import { formatWait } from '@/shell/words/format-wait';
import { newTotalOf } from './placing-error';
import { UnavailableItems } from './unavailable-items';
import type { CartView } from './use-cart-view';
import type { OrderPlacing } from './use-order-placing';

type CartNoticesProps = {
  cart: ServiceCart;
  view: CartView;
  placing: Pick<OrderPlacing, 'error' | 'seenTotalMinor'>;
  firstServedAt: string | null;
  onTakeTime: (wantedAt: string) => void;
  onRemoveUnavailable: () => void;
  onSeeOrders: () => void;
};

/** Says why the cart cannot be ordered as it is, and what the guest can do. */
export function CartNotices(props: CartNoticesProps) {
  const { cart, view, placing, firstServedAt, onTakeTime, onRemoveUnavailable, onSeeOrders } = props;
  const t = useTranslations('Cart');
  const isOnline = useIsOnline();
  return (
    <div className="mb-2 space-y-3 empty:hidden">
      {view.unavailable.length > 0 && (
        <UnavailableItems
          unavailable={view.unavailable}
          lines={view.lines}
          firstServedAt={firstServedAt}
          onTakeTime={onTakeTime}
          onRemove={onRemoveUnavailable}
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

const conflictTexts: Partial<
  Record<NonNullable<ErrorBody<'conflict'>['reason']>, 'keyWasUsed' | 'timePassed' | 'afterCheckOut'>
> = {
  key_was_used_for_another_order: 'keyWasUsed',
  wanted_time_has_passed: 'timePassed',
  wanted_time_is_after_check_out: 'afterCheckOut',
};

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
      case 'stay_not_begun':
        return t('notBegun', { day: formatDay(failed.beginsOn, locale) });
      case 'illegal_step':
        return t('notConfirmed');
      case 'offline':
      case 'item_unavailable':
        // CartNotices shows these itself, with a button.
        return null;
      case 'conflict':
        return t((failed.reason && conflictTexts[failed.reason]) ?? 'failed');
      default:
        return t('failed');
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
