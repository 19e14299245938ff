'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import type { StayPage } from './stay-page';

/**
 * Looks, whenever the page is shown again, whether its guest is still signed in: meanwhile another tab may have signed
 * out, or the session has run out. Then the page is drawn anew without them, and says so.
 */
export function useSessionWatch({ tier, kind, bookingCode }: StayPage): void {
  const router = useRouter();
  useEffect(() => {
    if (tier !== 'full') {
      return;
    }
    const look = async () => {
      if (document.visibilityState !== 'visible' || (await isStillGuest(bookingCode))) {
        return;
      }
      // Only a room's page stays the same page without its guest. Elsewhere what is being typed would go with it: there
      // the next step asks.
      if (kind !== 'room' && document.querySelector('dialog[open]') !== null) {
        return;
      }
      if (kind === 'access') {
        // Its address signs in whoever reads it: it must not be read anew by itself.
        window.location.replace('/?signed-out=1');
      } else {
        // Read by the server with the next page (past-session-cookie.ts), and gone in a minute.
        // biome-ignore lint/suspicious/noDocumentCookie: not every phone has the Cookie Store API.
        document.cookie = 'gudbro_had_stay=*; Max-Age=60; Path=/; SameSite=Lax';
        router.refresh();
      }
    };
    const onShown = () => void look();
    // Brought back as it was left, by the back button.
    const onPageShow = ({ persisted }: PageTransitionEvent) => persisted && onShown();
    document.addEventListener('visibilitychange', onShown);
    window.addEventListener('pageshow', onPageShow);
    return () => {
      document.removeEventListener('visibilitychange', onShown);
      window.removeEventListener('pageshow', onPageShow);
    };
  }, [tier, kind, bookingCode, router]);
}

/** A line that is dead, or a server in trouble, says nothing about the session. */
async function isStillGuest(bookingCode: string | null): Promise<boolean> {
  try {
    const response = await fetch('/api/stay/session', { cache: 'no-store' });
    return response.ok ? (await response.json()).bookingCode === bookingCode : response.status !== 401;
  } catch {
    return true;
  }
}
