'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { isRequestError } from '@/client/request-error';
import type { Proof } from './proof';
import { writeSheetDepth } from './sheet-history';
import type { StayPage } from './stay-page';

type StayPageState = {
  page: StayPage;
  tier: StayPage['tier'];
};

type AccessOptions = { byBookingCode?: boolean; isReadAgain?: boolean };

type FullAccess = {
  /**
   * Runs what needs the full tier. If the session lacks it, the verification sheet opens and `run` is called again after
   * it: the cart is placed, the form is sent. Null: the guest closed the sheet without verifying. `byBookingCode`: the
   * sheet asks for the booking code first. `isReadAgain`: the page reads by itself what it has read before. Then nothing is
   * proved without the guest, who may have signed out in another tab.
   */
  withFullAccess<Result>(run: () => Promise<Result>, options?: AccessOptions): Promise<Result | null>;
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

type Asking = { hasEnded: boolean; byBookingCode: boolean };

type Prompt = Asking & { resolve: (isVerified: boolean) => void };

type SessionProviderProps = { page: StayPage; proof: Proof; children: ReactNode };

export function SessionProvider({ page, proof, children }: SessionProviderProps) {
  const { verifySilently, VerifySheet } = proof;
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
    (asking: Asking, isReadAgain: boolean): Promise<boolean> => {
      // Two actions at once share one verification.
      pending.current ??= (isReadAgain ? Promise.resolve(false) : verifySilently(page))
        .then(
          (isVerified) => isVerified || new Promise<boolean>((resolve) => setPrompt({ ...asking, resolve })),
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
    [page, verifySilently, raiseTier],
  );

  const withFullAccess = useCallback(
    async <Result,>(
      run: () => Promise<Result>,
      { byBookingCode = false, isReadAgain = false }: AccessOptions = {},
    ): Promise<Result | null> => {
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
        return (await verify({ hasEnded, byBookingCode }, isReadAgain)) ? run() : null;
      }
    },
    [verify, raiseTier, tier],
  );

  const session = useMemo(() => ({ page, tier, withFullAccess }), [page, tier, withFullAccess]);
  return (
    <SessionContext value={session}>
      {children}
      {prompt && (
        <VerifySheet
          page={page}
          hasEnded={prompt.hasEnded || page.hasEnded}
          byBookingCode={prompt.byBookingCode}
          onDone={prompt.resolve}
        />
      )}
    </SessionContext>
  );
}
