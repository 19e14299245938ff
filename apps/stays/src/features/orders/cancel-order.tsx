'use client';

import type { Order } from '@gudbro/guest-api/order';
import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ClientError } from '@/client/request-error';
import { useOfflineText } from '@/shell/sheets/use-offline-text';
import { useOrderCancelling } from './use-order-cancelling';

function messageOf({ error }: ClientError) {
  switch (error) {
    case 'illegal_step':
      return 'cancelTooLate';
    case 'stay_ended':
      return 'cancelStayEnded';
    default:
      return 'cancelFailed';
  }
}

type CancelOrderProps = {
  order: Order;
  /** The buttons were removed while the guest was asked to confirm, and the focus was on one of them. */
  onGone: () => void;
};

/** Cancels an order after the guest has confirmed. Shows an error even when the order can no longer be cancelled. */
export function CancelOrder({ order, onGone }: CancelOrderProps) {
  const t = useTranslations('Orders');
  const offlineText = useOfflineText();
  const { isCancelling, error, cancel } = useOrderCancelling(order.id);
  const [isConfirming, setIsConfirming] = useState(false);
  const noButton = useRef<HTMLButtonElement>(null);
  const cancelButton = useRef<HTMLButtonElement>(null);
  const wasConfirming = useRef(false);

  useEffect(() => {
    const isConfirmShown = isConfirming && order.status === 'pending';
    if (isConfirmShown !== wasConfirming.current) {
      (isConfirmShown ? noButton : cancelButton).current?.focus();
      wasConfirming.current = isConfirmShown;
      if (order.status !== 'pending') {
        onGone();
      }
    }
  }, [isConfirming, order.status, onGone]);

  if (order.status !== 'pending' && error === null) {
    return null;
  }
  return (
    <div className="space-y-3">
      {error && (
        <Notice role="alert" tone="danger">
          {error.error === 'offline' ? offlineText(t('cancelOffline')) : t(messageOf(error))}
        </Notice>
      )}
      {order.status === 'pending' && !isConfirming && (
        <Button
          ref={cancelButton}
          variant="secondary"
          onClick={() => setIsConfirming(true)}
          className="w-full"
        >
          {t('cancel')}
        </Button>
      )}
      {order.status === 'pending' && isConfirming && (
        <fieldset className="min-w-0 rounded-2xl bg-sunken p-4">
          <legend className="sr-only">{t('cancelAsk')}</legend>
          <p className="mb-3 font-semibold">{t('cancelAsk')}</p>
          <div className="flex flex-wrap gap-3">
            <Button aria-disabled={isCancelling} onClick={cancel} className="grow">
              {isCancelling ? t('cancelling') : t('cancelYes')}
            </Button>
            <Button
              ref={noButton}
              variant="secondary"
              onClick={() => setIsConfirming(false)}
              className="grow"
            >
              {t('cancelNo')}
            </Button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
