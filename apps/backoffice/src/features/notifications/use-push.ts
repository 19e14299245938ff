'use client';

import type { FormState } from '@gudbro/api-kit';
import { useCallback, useEffect, useState, useTransition } from 'react';
import { sendForm } from '@/shell/form/send-form';
import { toForm } from '@/shell/form/to-form';
import { useDone } from '@/shell/form/use-done';
import { removePushAction, savePushAction } from './actions';
import {
  PushServiceError,
  type PushState,
  readPushState,
  subscribeBrowser,
  unsubscribeBrowser,
} from './browser-push';

type UsePush = {
  /** `checking` until the browser has answered. */
  state: PushState | 'checking';
  /** Why it was not changed: our server refused, or the browser's push service. */
  problem: FormState | 'failed';
  isPending: boolean;
  turnOn: () => void;
  turnOff: () => void;
};

/** Turns push messages on and off in this browser. */
export function usePush(place: string, publicKey: string, endpoints: readonly string[]): UsePush {
  const [state, setState] = useState<UsePush['state']>('checking');
  const [problem, setProblem] = useState<UsePush['problem']>(null);
  const [isPending, startTransition] = useTransition();
  const finish = useDone();
  const known = endpoints.join(' ');

  useEffect(() => {
    let isOver = false;
    void readPushState(known.split(' ')).then((read) => {
      if (!isOver) {
        setState(read);
      }
    });
    return () => {
      isOver = true;
    };
  }, [known]);

  const report = (result: FormState, next: PushState) => {
    if (result?.ok === true) {
      setState(next);
      finish(result);
    }
    setProblem(result?.ok === false ? result : null);
  };

  const turnOn = useCallback(async () => {
    try {
      const own = await subscribeBrowser(publicKey);
      if (own === null) {
        setState(await readPushState([]));
        return;
      }
      report(await sendForm(savePushAction, toForm({ place, ...own })), 'on');
    } catch (thrown) {
      if (!(thrown instanceof PushServiceError)) {
        throw thrown;
      }
      setProblem('failed');
    }
  }, [place, publicKey]);

  const turnOff = useCallback(async () => {
    const endpoint = await unsubscribeBrowser();
    if (endpoint === null) {
      setState('off');
      return;
    }
    report(await sendForm(removePushAction, toForm({ place, endpoint })), 'off');
  }, [place]);

  return {
    state,
    problem,
    isPending,
    turnOn: () => startTransition(turnOn),
    turnOff: () => startTransition(turnOff),
  };
}
