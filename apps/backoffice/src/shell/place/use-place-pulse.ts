'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { usePlaceSlug } from './place-context';

const visibleMs = 10_000;
const hiddenMs = 60_000;
const timeLimitMs = 8_000;

export type PlacePulse = {
  seenAt: Date | null;
  /** Since when the server could not be reached. Null while it can. */
  offlineSince: Date | null;
  secondsAgo: number;
};

/**
 * Asks the server every few seconds whether it is there and whether somebody changed something at this place, and then reads
 * the screen anew. A form keeps what is typed: its fields are the browser's.
 */
export function usePlacePulse(): PlacePulse {
  const slug = usePlaceSlug();
  const router = useRouter();
  const version = useRef<string | null>(null);
  const [seenAt, setSeenAt] = useState<Date | null>(null);
  const [offlineSince, setOfflineSince] = useState<Date | null>(null);
  const [now, setNow] = useState(() => new Date());

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    version.current = null;
    const ask = async () => {
      clearTimeout(timer);
      const newest = await readVersion(slug);
      if (isOver) {
        return;
      }
      if (newest === null) {
        setOfflineSince((since) => since ?? new Date());
      } else {
        setOfflineSince(null);
        setSeenAt(new Date());
        if (version.current !== null && version.current !== newest) {
          router.refresh();
        }
        version.current = newest;
      }
      timer = setTimeout(ask, document.hidden ? hiddenMs : visibleMs);
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

  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000);
    return () => clearInterval(timer);
  }, []);

  const secondsAgo = seenAt === null ? 0 : Math.max(0, Math.round((now.getTime() - seenAt.getTime()) / 1000));
  return { seenAt, offlineSince, secondsAgo };
}

/** The place's version, or null where the server or its database cannot be reached. */
async function readVersion(slug: string): Promise<string | null> {
  try {
    const response = await fetch(`/p/${slug}/pulse`, { signal: AbortSignal.timeout(timeLimitMs) });
    return response.ok ? await response.text() : null;
  } catch (thrown) {
    // fetch rejects with one of these two where there is no connection or the time is over. Anything else is a fault.
    if (thrown instanceof TypeError || thrown instanceof DOMException) {
      return null;
    }
    throw thrown;
  }
}
