'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';

/** A text for screen readers. Numbered, since the same text twice is two announcements. */
export type Announcement = { text: string; number: number };

/**
 * Announces what is new in a list since it was read last. Empty if nothing is. `tellNews` is the sentence for one that was there before,
 * or null where nothing has happened to it.
 */
export function useListNews<One extends { id: string }>(
  list: One[] | undefined,
  tellNews: (now: One, before: One) => string | null,
): Announcement {
  const [announcement, setAnnouncement] = useState<Announcement>({ text: '', number: 0 });
  const seen = useRef(list);
  const tell = useEffectEvent((now: One) => {
    const before = seen.current?.find(({ id }) => id === now.id);
    return before === undefined ? null : tellNews(now, before);
  });
  useEffect(() => {
    const sentences = list?.map((one) => tell(one)).filter((sentence) => sentence !== null) ?? [];
    seen.current = list;
    if (sentences.length > 0) {
      setAnnouncement(({ number }) => ({ text: sentences.join(' '), number: number + 1 }));
    }
  }, [list]);
  return announcement;
}
