import type { BoardOrder } from './queries';

/** After how many minutes an order is slow, and after how many it is late. */
export type Limits = { slowMinutes: number; lateMinutes: number };

export type Urgency = {
  /** Whole minutes since the order should be worked on. Negative while the time that the guest chose is ahead. */
  minutes: number;
  level: 'fresh' | 'slow' | 'late';
};

/**
 * How long an order has waited. A new one waits for an answer from the moment it came; one that is confirmed for a later time
 * waits from that time on.
 */
export function readUrgency(
  { status, createdAt, wantedAt }: Pick<BoardOrder, 'status' | 'createdAt' | 'wantedAt'>,
  { slowMinutes, lateMinutes }: Limits,
  nowMs: number,
): Urgency {
  const since = status === 'pending' ? createdAt : (wantedAt ?? createdAt);
  const minutes = Math.floor((nowMs - Date.parse(since)) / 60_000);
  if (minutes >= lateMinutes) {
    return { minutes, level: 'late' };
  }
  return { minutes, level: minutes >= slowMinutes ? 'slow' : 'fresh' };
}
