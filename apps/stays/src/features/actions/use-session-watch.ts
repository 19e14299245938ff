'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { listenToOtherTabs, tellOtherTabs } from '../session/stay-channel';
import type { StayPage } from './stay-page';

/**
 * Follows the session. A page of the browse tier is rendered anew when the guest has verified in another tab. One of the
 * full tier checks whether the guest is still signed in when another tab signs out and whenever it becomes visible: the
 * session may have expired. If so, the page is loaded again without the guest's data, and says why.
 */
export function useSessionWatch({ tier, kind, bookingCode }: StayPage): void {
  const router = useRouter();

  useEffect(() => {
    if (tier === 'full') {
      tellOtherTabs('verified');
      return;
    }
    // Rendered anew in place: an open sheet and what is typed in it stay.
    return listenToOtherTabs((news) => news === 'verified' && router.refresh());
  }, [tier, router]);

  useEffect(() => {
    if (tier !== 'full') {
      return;
    }
    const checkSession = async () => {
      if (document.visibilityState !== 'visible' || (await isStillSignedIn(bookingCode))) {
        return;
      }
      // Except for a room's page, the page needs a session: loading it again would close an open sheet and lose what was
      // typed. Leave the sheet open: its next request opens the verification sheet.
      if (kind !== 'room' && document.querySelector('dialog[open]') !== null) {
        return;
      }
      if (kind === 'access') {
        // Loading this URL signs the visitor in, so never refetch it automatically.
        window.location.replace('/?signed-out=1');
      } else {
        // Read by the server with the next page (past-session-cookie.ts), and gone in a minute.
        // biome-ignore lint/suspicious/noDocumentCookie: not every phone has the Cookie Store API.
        document.cookie = 'gudbro_had_stay=*; Max-Age=60; Path=/; SameSite=Lax';
        router.refresh();
      }
    };
    const onShown = () => void checkSession();
    // Restored from the back/forward cache.
    const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && onShown();
    document.addEventListener('visibilitychange', onShown);
    window.addEventListener('pageshow', onPageShow);
    const stopListening = listenToOtherTabs((news) => news === 'signed-out' && onShown());
    return () => {
      stopListening();
      document.removeEventListener('visibilitychange', onShown);
      window.removeEventListener('pageshow', onPageShow);
    };
  }, [tier, kind, bookingCode, router]);
}

/** True as well when the server cannot be reached or fails: that says nothing about the session. */
async function isStillSignedIn(bookingCode: string | null): Promise<boolean> {
  try {
    const response = await fetch('/api/stay/session', { cache: 'no-store' });
    return response.ok ? (await response.json()).bookingCode === bookingCode : response.status !== 401;
  } catch {
    return true;
  }
}
