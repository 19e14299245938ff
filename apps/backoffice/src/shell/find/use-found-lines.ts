'use client';

import { useEffect, useState } from 'react';
import { usePlaceSlug } from '../place/place-context';
import type { FoundLine } from './found';

const pauseMs = 150;

export type Finding = { lines: FoundLine[]; state: 'idle' | 'searching' | 'failed' };

/** What the database finds for a text, once the person has stopped typing. A later text cancels an earlier search. */
export function useFoundLines(text: string): Finding {
  const slug = usePlaceSlug();
  const [finding, setFinding] = useState<Finding>({ lines: [], state: 'idle' });
  useEffect(() => {
    if (text.trim() === '') {
      setFinding({ lines: [], state: 'idle' });
      return;
    }
    const search = new AbortController();
    setFinding(({ lines }) => ({ lines, state: 'searching' }));
    const timer = setTimeout(async () => {
      const lines = await readLines(slug, text, search.signal);
      if (!search.signal.aborted) {
        setFinding(lines === null ? { lines: [], state: 'failed' } : { lines, state: 'idle' });
      }
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      search.abort();
    };
  }, [slug, text]);
  return finding;
}

/** Null where the server could not be reached or refused. */
async function readLines(slug: string, text: string, signal: AbortSignal): Promise<FoundLine[] | null> {
  try {
    const response = await fetch(`/p/${slug}/find?${new URLSearchParams({ q: text })}`, { signal });
    return response.ok ? await response.json() : null;
  } catch (thrown) {
    // No connection, or a later text has cancelled this search. Anything else is a fault.
    if (thrown instanceof TypeError || thrown instanceof DOMException) {
      return null;
    }
    throw thrown;
  }
}
