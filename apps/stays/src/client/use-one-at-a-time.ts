'use client';

import { useCallback, useRef, useState } from 'react';

export type OneAtATime = {
  isRunning: boolean;
  /** Null: something was running already, so `run` was not called. */
  runAlone: <Result>(run: () => Promise<Result>) => Promise<Result | null>;
};

/** Runs one thing at a time: taps while it runs are ignored. */
export function useOneAtATime(): OneAtATime {
  const [isRunning, setIsRunning] = useState(false);
  // A ref, not the state: two taps may come before React renders again.
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
