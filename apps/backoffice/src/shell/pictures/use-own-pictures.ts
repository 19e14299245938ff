'use client';

import { useState } from 'react';

/** What `/p/[slug]/pictures/list` responds with. */
type Page = { pictures: readonly { id: string; path: string; alt: string }[]; next: string | null };

/** The pictures of a place, loaded when they are asked for. */
export function useOwnPictures(place: string) {
  const [page, setPage] = useState<Page>({ pictures: [], next: null });
  const [state, setState] = useState<'idle' | 'loading' | 'ready' | 'failed'>('idle');

  /** Loads the first page anew, or adds the one after `after`. */
  async function load(after: 'first' | (string & {})): Promise<void> {
    setState('loading');
    try {
      const query = after === 'first' ? '' : `?${new URLSearchParams({ after })}`;
      const response = await fetch(`/p/${place}/pictures/list${query}`);
      if (!response.ok) {
        throw new Error(`Status ${response.status}`);
      }
      const { pictures, next } = (await response.json()) as Page; // our own route
      setPage((now) => ({ pictures: after === 'first' ? pictures : [...now.pictures, ...pictures], next }));
      setState('ready');
    } catch {
      setState('failed'); // the dialog says so
    }
  }

  return { ...page, state, load: (after: 'first' | (string & {})) => void load(after) };
}
