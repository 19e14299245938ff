'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { useSoundOfWindow } from '@/shell/sound/sound-context';
import { useBoard } from './board-context';
import { listAlarms } from './list-alarms';
import type { BoardOrder } from './queries';

// Until somebody takes it, a new order sounds again.
const repeatMs = 20_000;

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
  const { isOn, isMuted, setIsOn, unmute, play } = useSoundOfWindow();
  const known = useRef<ReadonlySet<string> | null>(null);
  const alarms = listAlarms(orders, limits, nowMs);
  const alarmKey = alarms.map(({ key }) => key).join(' ');
  const isWaiting = orders.some(({ status }) => status === 'pending');

  useEffect(() => {
    const fresh = alarms.filter(({ key }) => known.current !== null && !known.current.has(key));
    known.current = new Set(alarms.map(({ key }) => key));
    const [first] = fresh;
    if (isOn && first !== undefined) {
      play(first.tone);
    }
  }, [alarmKey, isOn, play]);

  useEffect(() => {
    if (!isOn || !isWaiting) {
      return;
    }
    const timer = setInterval(() => play('new'), repeatMs);
    return () => clearInterval(timer);
  }, [isOn, isWaiting, play]);

  return (
    <div className="space-y-3">
      {isMuted && (
        <Notice tone="danger" icon="bell" role="alert">
          {t('muted')}{' '}
          <button type="button" onClick={unmute} className="min-h-12 cursor-pointer font-semibold underline">
            {t('unmute')}
          </button>
        </Notice>
      )}
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
    </div>
  );
}
