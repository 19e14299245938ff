'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { VerifySheet } from '../verification/verify-sheet';
import { requestApi } from './request-api';
import { isRequestError } from './request-error';
import { writeSheetDepth } from './sheet-history';
import type { StayPage } from './stay-page';

type StayPageState = {
  page: StayPage;
  tier: StayPage['tier'];
};

type FullAccess = {
  /**
   * Runs what needs the full tier. If the session lacks it, the verification sheet opens and `run` is called again after
   * it: the cart is placed, the form is sent. Null: the guest closed the sheet without verifying.
   */
  withFullAccess<Result>(run: () => Promise<Result>): Promise<Result | null>;
};

const SessionContext = createContext<(StayPageState & FullAccess) | null>(null);

/** The open page and the tier of its session. */
export function useStayPage(): StayPageState {
  return useSession();
}

/** For what only a verified guest may do: order, report, read their own orders and reports. */
export function useFullAccess(): FullAccess {
  return useSession();
}

function useSession() {
  const session = use(SessionContext);
  if (session === null) {
    throw new TypeError('useStayPage and useFullAccess need a SessionProvider above them.');
  }
  return session;
}

type Prompt = { hasEnded: boolean; resolve: (isVerified: boolean) => void };

export function SessionProvider({ page, children }: { page: StayPage; children: ReactNode }) {
  const router = useRouter();
  const [tier, setTier] = useState(page.tier);
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  const pending = useRef<Promise<boolean> | null>(null);
  const shown = useRef({ tier, prompt });
  shown.current = { tier, prompt };

  useEffect(() => {
    // After a refresh, the tier that the server rendered the page with is the current one.
    if (page.tier === 'full' && shown.current.tier === 'browse') {
      // Verified in another tab. A question that is open here closes and nothing is sent: what the guest began stays.
      shown.current.prompt?.resolve(false);
    }
    setTier(page.tier);
    writeSheetDepth();
  }, [page]);

  const raiseTier = useCallback(() => {
    setTier('full');
    // Render the page again on the server, which now shows the guest's own stay, without a reload.
    router.refresh();
  }, [router]);

  const verify = useCallback(
    (hasEnded: boolean): Promise<boolean> => {
      // Two actions at once share one verification.
      pending.current ??= verifySilently(page, hasEnded)
        .then(
          (isVerified) => isVerified || new Promise<boolean>((resolve) => setPrompt({ hasEnded, resolve })),
        )
        .then((isVerified) => {
          setPrompt(null);
          if (isVerified) {
            raiseTier();
          }
          return isVerified;
        })
        .finally(() => {
          pending.current = null;
        });
      return pending.current;
    },
    [page, raiseTier],
  );

  const withFullAccess = useCallback(
    async <Result,>(run: () => Promise<Result>): Promise<Result | null> => {
      try {
        const result = await run();
        if (tier === 'browse') {
          // The guest has verified in another tab.
          raiseTier();
        }
        return result;
      } catch (thrown) {
        if (!isRequestError(thrown, 'session_expired', 'verification_required', 'wrong_stay')) {
          throw thrown;
        }
        const hasEnded = tier === 'full' && isRequestError(thrown, 'session_expired');
        return (await verify(hasEnded)) ? run() : null;
      }
    },
    [verify, raiseTier, tier],
  );

  const session = useMemo(() => ({ page, tier, withFullAccess }), [page, tier, withFullAccess]);
  return (
    <SessionContext value={session}>
      {children}
      {prompt && (
        <VerifySheet page={page} hasEnded={prompt.hasEnded || page.hasEnded} onDone={prompt.resolve} />
      )}
    </SessionContext>
  );
}

/** With the method `none`, a guest in an occupied room is verified by one request, without a sheet. */
async function verifySilently(page: StayPage, hasEnded: boolean): Promise<boolean> {
  if (page.kind !== 'room' || page.method !== 'none' || page.isEmpty || hasEnded) {
    return false;
  }
  try {
    await requestApi(`/api/stay/room/${page.code}/verify`, { method: 'POST', body: {} });
    return true;
  } catch (thrown) {
    if (isRequestError(thrown, 'verification_failed', 'verification_required')) {
      return false;
    }
    throw thrown;
  }
}
