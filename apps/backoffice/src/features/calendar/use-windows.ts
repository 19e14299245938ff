'use client';

import { startTransition, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { fromDayNumber } from '@/shell/days/days';
import type { Things } from './bars';
import { chunkDays, listChunks, mergeWindows } from './merge-windows';
import type { Calendar } from './queries';

/** What was read so far away from where somebody is by now is read again when they come back. */
const rememberedDays = 112;

/** Some days as the route of the calendar sends them: without the rooms, which every window has alike. */
export type DaysRead = Things & { readAt: string; from: string; to: string };

type Chunk = {
  days: DaysRead;
  /** When the page was read while which this was asked for: another reading of the page makes it old. */
  pageReadAt: string;
};

type Windows = {
  things: Things;
  /** Reads what of these days was not read since the page was. */
  load: (from: string, to: string) => Promise<void>;
  /** Whether the line was lost while days were read. */
  isFailed: boolean;
};

/**
 * All days of the calendar that were read so far: those of the page, and those to which somebody scrolled. The page is
 * rendered anew when something changed at the place; the others are then read again once they are in view.
 */
export function useWindows(slug: string, page: Calendar): Windows {
  const [chunks, setChunks] = useState<ReadonlyMap<number, Chunk>>(new Map());
  const [isFailed, setIsFailed] = useState(false);
  const latest = useRef({ page, chunks });
  useEffect(() => {
    latest.current = { page, chunks };
  }, [page, chunks]);
  const pending = useRef(new Set<string>());

  const load = useCallback(
    async (from: string, to: string) => {
      const { page: now, chunks: read } = latest.current;
      const missing = listChunks(from, to).filter((first) => {
        const [start, end] = [fromDayNumber(first), fromDayNumber(first + chunkDays)];
        const isOnPage = now.from <= (start > from ? start : from) && (end < to ? end : to) <= now.to;
        return !isOnPage && read.get(first)?.pageReadAt !== now.readAt;
      });
      await Promise.all(
        missing.map(async (first) => {
          const name = `${first} ${now.readAt}`;
          if (pending.current.has(name)) {
            return;
          }
          pending.current.add(name);
          const days = await readDays(slug, fromDayNumber(first), fromDayNumber(first + chunkDays));
          pending.current.delete(name);
          setIsFailed(days === null);
          if (days !== null) {
            startTransition(() =>
              setChunks((before) => {
                const near = [...before].filter(([one]) => Math.abs(one - first) <= rememberedDays);
                return new Map(near).set(first, { days, pageReadAt: now.readAt });
              }),
            );
          }
        }),
      );
    },
    [slug],
  );

  const things = useMemo(() => {
    const windows: DaysRead[] = [page, ...[...chunks.values()].map(({ days }) => days)];
    return {
      stays: mergeWindows(windows.map(({ stays, ...window }) => ({ ...window, things: stays }))),
      pastRooms: mergeWindows(windows.map(({ pastRooms, ...window }) => ({ ...window, things: pastRooms }))),
      blocks: mergeWindows(windows.map(({ blocks, ...window }) => ({ ...window, things: blocks }))),
    };
  }, [page, chunks]);
  return { things, load, isFailed };
}

/** Null where the server cannot be reached or refuses. */
async function readDays(slug: string, from: string, to: string): Promise<DaysRead | null> {
  try {
    const response = await fetch(`/p/${slug}/calendar/window?${new URLSearchParams({ from, to })}`);
    return response.ok ? await response.json() : null;
  } catch (thrown) {
    // fetch rejects with it where there is no connection. Anything else is a fault.
    if (thrown instanceof TypeError) {
      return null;
    }
    throw thrown;
  }
}
