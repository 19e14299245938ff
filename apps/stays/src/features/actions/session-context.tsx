'use client';

import { useRouter } from 'next/navigation';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { VerifySheet } from '../verification/verify-sheet';
import { requestApi } from './request-api';
import { isRequestError } from './request-error';
import { stampEntry } from './sheet-history';
import type { StayPage } from './stay-page';

type RoomSession = {
  page: StayPage;
  tier: StayPage['tier'];
};

type StaySession = {
  /**
   * Runs what needs the full tier. Where the session lacks it, the guest is asked in place, and then it is run again:
   * the cart is placed, the form is sent. Null: the guest thought better of it.
   */
  withFullAccess<Answer>(run: () => Promise<Answer>): Promise<Answer | null>;
};

const SessionContext = createContext<(RoomSession & StaySession) | null>(null);

/** Whose page is open, and how far its session goes: all that browsing needs. */
export function useRoomSession(): RoomSession {
  return useSession();
}

/** What only a stay that is proved may do: to order, to report, to read one's own. */
export function useStaySession(): StaySession {
  return useSession();
}

function useSession() {
  const session = use(SessionContext);
  if (session === null) {
    throw new TypeError('A session is read inside SessionProvider.');
  }
  return session;
}

type Asking = { hasEnded: boolean; answer: (isVerified: boolean) => void };

export function SessionProvider({ page, children }: { page: StayPage; children: ReactNode }) {
  const router = useRouter();
  const [tier, setTier] = useState(page.tier);
  const [asking, setAsking] = useState<Asking | null>(null);
  const pending = useRef<Promise<boolean> | null>(null);

  useEffect(() => {
    // Drawn anew by the server, the page knows best.
    setTier(page.tier);
    stampEntry();
  }, [page]);

  const rise = useCallback(() => {
    setTier('full');
    // The page greets its guest now; what the server draws is drawn again, without a load.
    router.refresh();
  }, [router]);

  const ask = useCallback(
    (hasEnded: boolean): Promise<boolean> => {
      // Two actions at once share one question.
      pending.current ??= verifySilently(page, hasEnded)
        .then((isVerified) => isVerified || new Promise<boolean>((answer) => setAsking({ hasEnded, answer })))
        .then((isVerified) => {
          setAsking(null);
          if (isVerified) {
            rise();
          }
          return isVerified;
        })
        .finally(() => {
          pending.current = null;
        });
      return pending.current;
    },
    [page, rise],
  );

  const withFullAccess = useCallback(
    async <Answer,>(run: () => Promise<Answer>): Promise<Answer | null> => {
      try {
        const answer = await run();
        if (tier === 'browse') {
          // Another tab has proved the stay meanwhile.
          rise();
        }
        return answer;
      } catch (thrown) {
        if (!isRequestError(thrown, 'session_expired', 'verification_required', 'wrong_stay')) {
          throw thrown;
        }
        const hasEnded = tier === 'full' && isRequestError(thrown, 'session_expired');
        return (await ask(hasEnded)) ? run() : null;
      }
    },
    [ask, rise, tier],
  );

  const session = useMemo(() => ({ page, tier, withFullAccess }), [page, tier, withFullAccess]);
  return (
    <SessionContext value={session}>
      {children}
      {asking && (
        <VerifySheet page={page} hasEnded={asking.hasEnded || page.hasEnded} onDone={asking.answer} />
      )}
    </SessionContext>
  );
}

/** Where the place asks for nothing, being in the room is the proof: no sheet, if a stay is in it. */
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
