'use client';

import { useCallback, useRef, useState } from 'react';

export type OneAtATime = {
  isRunning: boolean;
  /** Null: something was running already, and this was not begun. */
  runAlone: <Result>(run: () => Promise<Result>) => Promise<Result | null>;
};

/** Does a thing once, however often it is tapped: a tap meanwhile is no second wish. */
export function useOneAtATime(): OneAtATime {
  const [isRunning, setIsRunning] = useState(false);
  // Two taps may come before React draws again: what it draws is too late to tell them apart.
  const isBusy = useRef(false);

  const runAlone = useCallback(async <Result>(run: () => Promise<Result>): Promise<Result | null> => {
    if (isBusy.current) {
      return null;
    }
    isBusy.current = true;
    setIsRunning(true);
    try {
      return await run();
    } finally {
      isBusy.current = false;
      setIsRunning(false);
    }
  }, []);

  return { isRunning, runAlone };
}
