'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { usePlaceSlug } from './place-context';

const visibleMs = 3_000;
const hiddenMs = 30_000;
const timeLimitMs = 8_000;

/** How many things wait for somebody, up to 100: at the desk, and for a housekeeper the rooms that have to be cleaned. */
export type Waiting = { orders?: number; reports?: number; requests?: number; rooms?: number };

export type PlacePulse = {
  seenAt: Date | null;
  /** Since when the server could not be reached. Null while it can. */
  offlineSince: Date | null;
  waiting: Waiting;
  /** When the newest of the orders that wait came. Null while none waits. */
  newestOrder: Date | null;
  /** How many notifications the person has not read, up to 10. */
  unread: number;
};

type Pulse = {
  tag: string | null;
  answer: (Waiting & { newestOrder?: string | null; unread?: number }) | null;
};

/**
 * Asks the server every few seconds whether it is there and whether somebody changed something at this place, and then reads
 * the screen anew. A form keeps what is typed: its fields are the browser's.
 */
export function usePlacePulse(): PlacePulse {
  const slug = usePlaceSlug();
  const router = useRouter();
  const seenTag = useRef<string | null>(null);
  const [seenAt, setSeenAt] = useState<Date | null>(null);
  const [offlineSince, setOfflineSince] = useState<Date | null>(null);
  const [waiting, setWaiting] = useState<Waiting>({});
  const [newestOrder, setNewestOrder] = useState<Date | null>(null);
  const [unread, setUnread] = useState(0);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    seenTag.current = null;
    const ask = async () => {
      clearTimeout(timer);
      const pulse = await readPulse(slug, seenTag.current);
      if (isOver) {
        return;
      }
      // Also after an answer that came while another was awaited: only one timer runs.
      clearTimeout(timer);
      timer = setTimeout(ask, document.hidden ? hiddenMs : visibleMs);
      if (pulse === null) {
        setOfflineSince((since) => since ?? new Date());
        return;
      }
      setOfflineSince(null);
      setSeenAt(new Date());
      // Two questions may be on their way at once, with the same answer.
      if (pulse.answer !== null && pulse.tag !== seenTag.current) {
        const { newestOrder: came, unread: count = 0, ...counts } = pulse.answer;
        setWaiting(counts);
        setNewestOrder(came ? new Date(came) : null);
        setUnread(count);
        if (seenTag.current !== null) {
          router.refresh();
        }
        seenTag.current = pulse.tag;
      }
    };
    const events = ['focus', 'online', 'offline'] as const;
    for (const event of events) {
      window.addEventListener(event, ask);
    }
    document.addEventListener('visibilitychange', ask);
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
      for (const event of events) {
        window.removeEventListener(event, ask);
      }
      document.removeEventListener('visibilitychange', ask);
    };
  }, [slug, router]);

  return { seenAt, offlineSince, waiting, newestOrder, unread };
}

/** The pulse of the place, without an answer where it is still the one with this tag. Null: the server or its database cannot be reached. */
async function readPulse(slug: string, seenTag: string | null): Promise<Pulse | null> {
  try {
    const response = await fetch(`/p/${slug}/pulse`, {
      signal: AbortSignal.timeout(timeLimitMs),
      headers: seenTag === null ? {} : { 'if-none-match': seenTag },
    });
    if (response.status === 304) {
      return { tag: seenTag, answer: null };
    }
    return response.ok ? { tag: response.headers.get('etag'), answer: await response.json() } : null;
  } catch (thrown) {
    // fetch rejects with one of these two where there is no connection or the time is over. Anything else is a fault.
    if (thrown instanceof TypeError || thrown instanceof DOMException) {
      return null;
    }
    throw thrown;
  }
}
