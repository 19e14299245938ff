import type { Tone } from '@/shell/sound/play-tone';
import type { BoardOrder } from './queries';
import { type Limits, readUrgency } from './urgency';

export type Alarm = { key: string; tone: Tone };

type Heard = Pick<BoardOrder, 'id' | 'status' | 'createdAt' | 'wantedAt' | 'cancellationSeenAt'>;

/** What somebody should hear of, the most urgent first. Each has a key of its own, so that it sounds once. */
export function listAlarms(orders: readonly Heard[], limits: Limits, nowMs: number): Alarm[] {
  const of = (tone: Tone, isHeard: (order: Heard) => boolean): Alarm[] =>
    orders.filter(isHeard).map(({ id }) => ({ key: `${tone}-${id}`, tone }));
  const isActive = ({ status }: Heard) => ['pending', 'confirmed', 'preparing'].includes(status);
  return [
    ...of(
      'cancelled',
      ({ status, cancellationSeenAt }) => status === 'cancelled' && cancellationSeenAt === null,
    ),
    ...of('new', ({ status }) => status === 'pending'),
    ...of('late', (order) => isActive(order) && readUrgency(order, limits, nowMs).level === 'late'),
  ];
}
