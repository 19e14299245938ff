'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import type { ClientError } from '../actions/request-error';
import type { Order } from './order';
import { useOrderCancelling } from './use-order-cancelling';

function messageOf({ error }: ClientError) {
  switch (error) {
    case 'illegal_step':
      return 'cancelTooLate';
    case 'offline':
      return 'cancelOffline';
    case 'stay_ended':
      return 'cancelStayEnded';
    default:
      return 'cancelFailed';
  }
}

type CancelOrderProps = {
  order: Order;
  /** The buttons went while the guest was asked, and the focus with them. */
  onGone: () => void;
};

/** Asks before it takes an order back. Too late is said, where the order can no longer be cancelled as well. */
export function CancelOrder({ order, onGone }: CancelOrderProps) {
  const t = useTranslations('Orders');
  const { isCancelling, error, cancel } = useOrderCancelling(order.id);
  const [isAsking, setIsAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);

  useEffect(() => {
    const isAsked = isAsking && order.status === 'pending';
    if (isAsked !== wasAsked.current) {
      (isAsked ? keep : ask).current?.focus();
      wasAsked.current = isAsked;
      if (order.status !== 'pending') {
        onGone();
      }
    }
  }, [isAsking, order.status, onGone]);

  if (order.status !== 'pending' && error === null) {
    return null;
  }
  return (
    <div className="space-y-3">
      {error && (
        <Notice role="alert" tone="danger">
          {t(messageOf(error))}
        </Notice>
      )}
      {order.status === 'pending' && !isAsking && (
        <Button ref={ask} variant="secondary" onClick={() => setIsAsking(true)} className="w-full">
          {t('cancel')}
        </Button>
      )}
      {order.status === 'pending' && isAsking && (
        <fieldset className="min-w-0 rounded-2xl bg-sunken p-4">
          <legend className="sr-only">{t('cancelAsk')}</legend>
          <p className="mb-3 font-semibold">{t('cancelAsk')}</p>
          <div className="flex flex-wrap gap-3">
            <Button aria-disabled={isCancelling} onClick={cancel} className="grow">
              {isCancelling ? t('cancelling') : t('cancelYes')}
            </Button>
            <Button ref={keep} variant="secondary" onClick={() => setIsAsking(false)} className="grow">
              {t('cancelNo')}
            </Button>
          </div>
        </fieldset>
      )}
    </div>
  );
}
