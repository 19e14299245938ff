'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { CartDelivery } from './delivery-facts';

type PlaceFooterProps = {
  total: number | null;
  wantedAt: string | null;
  money: (amountMinor: number) => string;
  isPlacing: boolean;
  isReady: boolean;
  label: string;
  onPlace: () => void;
};

/** What the guest agrees to: the total, where the order is brought, when, and how it is paid; and the button. */
export function PlaceFooter({
  total,
  wantedAt,
  money,
  isPlacing,
  isReady,
  label,
  onPlace,
}: PlaceFooterProps) {
  const t = useTranslations('Cart');
  return (
    <div className="space-y-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
        <span>{t('total')}</span>
        <output className="font-semibold tabular-nums">{total === null ? '…' : money(total)}</output>
      </p>
      <CartDelivery wantedAt={wantedAt} total={total} />
      {/* Not `disabled` while sending: a disabled button loses the focus. */}
      <Button className="w-full" onClick={onPlace} disabled={!isReady} aria-disabled={isPlacing}>
        {isPlacing ? t('placing') : label}
      </Button>
    </div>
  );
}
