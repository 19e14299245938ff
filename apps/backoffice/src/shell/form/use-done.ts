'use client';

import type { ActionDone } from '@gudbro/api-kit';
import { useRouter } from 'next/navigation';
import { useDoneToast } from '../toast/use-done-toast';

/** Says what an action did, and opens the page to which it leads. */
export function useDone(): (done: ActionDone) => void {
  const router = useRouter();
  const showDone = useDoneToast();
  return (done) => {
    showDone(done);
    if (done.goTo !== undefined) {
      router.push(done.goTo);
      // So that Back does not show a list from before.
      router.refresh();
    }
  };
}
