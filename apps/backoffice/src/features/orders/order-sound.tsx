'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSoundOfWindow } from '@/shell/sound/sound-context';
import { useRepeatedSound } from '@/shell/sound/use-repeated-sound';
import { useBoard } from './board-context';
import { listAlarms } from './list-alarms';
import type { BoardOrder } from './queries';

type Heard = Pick<BoardOrder, 'id' | 'status' | 'createdAt' | 'wantedAt' | 'cancellationSeenAt'>;

type OrderSoundProps = {
  orders: readonly Heard[];
  /** What stands beside the switch. */
  children?: ReactNode;
};

/** Sounds where an order is new, cancelled or late, once the person has switched it on. */
export function OrderSound({ orders, children }: OrderSoundProps) {
  const t = useTranslations('Orders');
  const { limits, nowMs } = useBoard();
  const { isOn, setIsOn, play } = useSoundOfWindow();
  const known = useRef<ReadonlySet<string> | null>(null);
  const alarms = listAlarms(orders, limits, nowMs);
  const alarmKey = alarms.map(({ key }) => key).join(' ');

  useEffect(() => {
    const fresh = alarms.filter(({ key }) => known.current !== null && !known.current.has(key));
    known.current = new Set(alarms.map(({ key }) => key));
    const [first] = fresh;
    if (isOn && first !== undefined) {
      play(first.tone);
    }
  }, [alarmKey, isOn, play]);

  useRepeatedSound(orders.some(({ status }) => status === 'pending'));

  return (
    <div className="flex flex-wrap gap-3">
      <Button
        variant="secondary"
        aria-pressed={isOn}
        onClick={() => setIsOn(!isOn)}
        className="cursor-pointer"
      >
        <Icon name="bell" className="size-5" />
        {isOn ? t('soundOn') : t('soundOff')}
      </Button>
      {children}
    </div>
  );
}
