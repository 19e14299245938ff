'use client';

import { useEffect, useState } from 'react';

const tickMs = 5_000;

/** The time of the server in milliseconds, every few seconds: the clock of a tablet on a wall may be wrong. */
export function useServerNow(renderedAtMs: number): number {
  const [aheadMs, setAheadMs] = useState(0);
  const [now, setNow] = useState(renderedAtMs);
  useEffect(() => setAheadMs(renderedAtMs - Date.now()), [renderedAtMs]);
  useEffect(() => {
    const tick = () => setNow(Date.now() + aheadMs);
    tick();
    const timer = setInterval(tick, tickMs);
    return () => clearInterval(timer);
  }, [aheadMs]);
  return now;
}
