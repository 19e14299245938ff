'use client';

import { useEffect, useState } from 'react';
import type { SentMove } from './move-fields';
import type { Preview } from './queries';

/** What some moves would cost and whom they would meet. Null until it was read. It changes nothing. */
export function usePreview(slug: string, moves: readonly SentMove[]): Preview | null {
  const [read, setRead] = useState<{ asked: string; preview: Preview | null } | null>(null);
  const asked = JSON.stringify(moves);
  useEffect(() => {
    const stop = new AbortController();
    readPreview(slug, asked, stop.signal).then(
      (preview) => setRead({ asked, preview }),
      (thrown: unknown) => {
        // Aborted: other moves are asked for by now.
        if (!stop.signal.aborted) {
          throw thrown;
        }
      },
    );
    return () => stop.abort();
  }, [slug, asked]);
  return read?.asked === asked ? read.preview : null;
}

/** Null where the server cannot be reached or refuses: the move itself then says why. */
async function readPreview(slug: string, moves: string, signal: AbortSignal): Promise<Preview | null> {
  try {
    const response = await fetch(`/p/${slug}/calendar/preview?${new URLSearchParams({ moves })}`, { signal });
    return response.ok ? await response.json() : null;
  } catch (thrown) {
    if (thrown instanceof TypeError) {
      return null;
    }
    throw thrown;
  }
}
