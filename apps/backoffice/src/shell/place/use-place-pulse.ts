'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { usePlaceSlug } from './place-context';
import { watchPulse } from './watch-pulse';

/** How many things wait for somebody, up to 100: at the desk, and for a housekeeper the rooms that have to be cleaned. */
export type Waiting = {
  orders?: number;
  reports?: number;
  requests?: number;
  /** Only for members who see documents. */
  documents?: number;
  rooms?: number;
  escalated?: number;
};

export type PlacePulse = {
  seenAt: Date | null;
  /** Since when the server could not be reached. Null while it can. */
  offlineSince: Date | null;
  /** Nobody is signed in any more: another tab signed out, or the time is over. */
  isSignedOut: boolean;
  waiting: Waiting;
  /** How many of the orders wait for a first step. The others were cancelled by their guests. */
  newOrders: number;
  /** When the newest of the orders that wait came. Null while none waits. */
  newestOrder: Date | null;
  /** How many notifications the person has not read, up to 10. */
  unread: number;
};

type Answer = Waiting & {
  version: string | null;
  newOrders?: number;
  newestOrder?: string | null;
  unread?: number;
};

/** As far as the clocks of the app and the database may be apart, and longer than a screen is rendered. */
const toleranceMs = 5_000;

/** Whether a screen that was rendered at this moment may lack the newest change of the place. */
function mayLack(newestChange: string | null, renderedAt: number): boolean {
  return newestChange !== null && Date.parse(newestChange) > renderedAt - toleranceMs;
}

/**
 * Knows within a few seconds whether the server is there and whether somebody changed something at this place, and then reads
 * the screen anew. A form keeps what is typed: its fields are the browser's.
 */
export function usePlacePulse(renderedAt: number): PlacePulse {
  const [firstRenderedAt] = useState(renderedAt);
  const slug = usePlaceSlug();
  const router = useRouter();
  const [seenAt, setSeenAt] = useState<Date | null>(null);
  const [offlineSince, setOfflineSince] = useState<Date | null>(null);
  const [isSignedOut, setIsSignedOut] = useState(false);
  const [waiting, setWaiting] = useState<Waiting>({});
  const [newOrders, setNewOrders] = useState(0);
  const [newestOrder, setNewestOrder] = useState<Date | null>(null);
  const [unread, setUnread] = useState(0);

  useEffect(() => {
    let known: string | null = null;
    let person: string | null = null;
    return watchPulse(slug, {
      onSeen: (pulse) => {
        setOfflineSince(null);
        setIsSignedOut(false);
        setSeenAt(new Date());
        if (pulse === null || pulse === known) {
          return;
        }
        const answer: Answer = JSON.parse(pulse);
        const { version, newOrders: untaken = 0, newestOrder: came, unread: count = 0, ...counts } = answer;
        setWaiting(counts);
        setNewOrders(untaken);
        setNewestOrder(came ? new Date(came) : null);
        setUnread(count);
        if (known !== null || mayLack(version, firstRenderedAt)) {
          router.refresh();
        }
        known = pulse;
      },
      onLost: () => setOfflineSince((since) => since ?? new Date()),
      onSignedOut: () => {
        setOfflineSince(null);
        setIsSignedOut(true);
      },
      onPerson: (accountId) => {
        // Somebody else signed in in another tab: from now on this one acts as they do, so it has to say so.
        if (person !== null && person !== accountId) {
          router.refresh();
        }
        person = accountId;
      },
    });
  }, [slug, router, firstRenderedAt]);

  return { seenAt, offlineSince, isSignedOut, waiting, newOrders, newestOrder, unread };
}
