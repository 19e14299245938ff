'use client';

import type { Order } from '@gudbro/guest-api/order';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { OrderDelivery } from './delivery-facts';

/** Confirms the order that was just placed: that we have it, where it is brought, and when. */
export function PlacedNotice({ order }: { order: Order }) {
  const t = useTranslations('Orders');
  return (
    <div role="status" className="mb-6 flex flex-col items-center gap-1 text-center">
      <span className="mb-2 grid size-16 place-items-center rounded-full bg-accent text-accent-ink">
        <Icon name="check" className="size-9" />
      </span>
      <p className="text-balance font-semibold text-xl leading-tight">{t('placedTitle')}</p>
      <OrderDelivery order={order} />
      {/* Its place stays, so that nothing below moves once the desk has confirmed. */}
      <p className={`mt-2 text-pretty leading-snug ${order.status === 'pending' ? '' : 'invisible'}`}>
        {t('placed')}
      </p>
    </div>
  );
}
