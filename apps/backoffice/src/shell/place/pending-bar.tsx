'use client';

import { useLinkStatus } from 'next/link';

/**
 * A bar at the top of the window while the screen behind the pressed link loads, inside of that link. It shows after a moment,
 * so that a quick answer does not flicker.
 */
export function PendingBar() {
  const { pending } = useLinkStatus();
  return pending ? (
    <span
      aria-hidden="true"
      className="pending-bar fixed inset-x-0 top-0 z-50 block h-1 origin-left bg-accent motion-reduce:opacity-60"
    />
  ) : null;
}
