import type { Guest } from './guest.ts';
import type { Random } from './random.ts';

/** One thing that a guest does next: looks, proves the stay, orders, reports, cancels, or asks what became of it. */
export async function takeStep(guest: Guest, random: Random): Promise<void> {
  if (guest.isGone()) {
    await guest.openPage();
    return;
  }
  if (!guest.hasSession()) {
    await random.pick([guest.scan, guest.openPage, guest.verify, guest.verify])();
    return;
  }
  const order = () => guest.write('order');
  const report = () => guest.write('report');
  await random.pick<() => Promise<unknown>>([
    order,
    order,
    report,
    guest.retry,
    guest.retry,
    guest.cancel,
    guest.readOrders,
    guest.readOrders,
    guest.openPage,
    guest.scan,
  ])();
}
