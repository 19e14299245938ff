'use client';

import { useRef } from 'react';
import { useFullAccess } from '../actions/session-context';

/**
 * Reads what an open sheet shows. The first time the guest has asked for it, by opening the sheet: where nothing is asked, a lost
 * session is then proved anew without a word. After that the sheet reads by itself, and nothing is proved without the guest.
 */
export function useSheetRead(): <Result>(run: () => Promise<Result>) => Promise<Result | null> {
  const { withFullAccess } = useFullAccess();
  const wasRead = useRef(false);
  return async (run) => {
    const result = await withFullAccess(run, { isReadAgain: wasRead.current });
    wasRead.current = true;
    return result;
  };
}
