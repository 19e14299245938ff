import type { Cut } from './cutting-proxy.ts';
import type { Random } from './random.ts';

/** Cuts this share of all connections, each kind as often as the others. */
export function chooseCut(random: Random, share: number): Cut | null {
  if (!random.isWithin(share)) {
    return null;
  }
  return random.pick<() => Cut>([
    () => ({ at: 'connect' }),
    () => ({ at: 'request', share: random.next() }),
    () => ({ at: 'sent' }),
    () => ({ at: 'response', share: random.isWithin(0.5) ? 0 : random.next() }),
  ])();
}
