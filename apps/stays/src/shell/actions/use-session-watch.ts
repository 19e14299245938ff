'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { askSession } from '@/client/ask-session';
import { listenToOtherTabs, tellOtherTabs } from '@/client/stay-channel';
import { watchWhileVisible } from '@/client/watch-while-visible';
import type { StayPage } from './stay-page';

/**
 * Follows the session. A page of the browse tier is rendered anew when the guest has verified in another tab. One of the
 * full tier asks every few seconds what became of the stay, and when another tab signs out or the page becomes visible. It is
 * rendered anew where the desk has changed the stay. Without the session it is loaded again without the guest's data, and says why.
 */
export function useSessionWatch({ tier, kind, bookingCode, version }: StayPage): void {
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
    const check = async () => {
      const news = await askSession({ version, bookingCode });
      if (news === 'changed') {
        router.refresh();
      }
      if (news === 'gone') {
        leavePage(kind, router);
      }
    };
    const stopWatching = watchWhileVisible(check);
    const stopListening = listenToOtherTabs((news) => news === 'signed-out' && void check());
    return () => {
      stopListening();
      stopWatching();
    };
  }, [tier, kind, bookingCode, version, router]);
}

function leavePage(kind: StayPage['kind'], router: ReturnType<typeof useRouter>): void {
  // Except for a room's page, the page needs a session: loading it again would close an open sheet and lose what was
  // typed. Leave the sheet open: its next request opens the verification sheet.
  if (kind !== 'room' && document.querySelector('dialog[open]') !== null) {
    return;
  }
  if (kind === 'access') {
    // Loading this URL signs the visitor in, so never refetch it automatically.
    window.location.replace('/?signed-out=1');
    return;
  }
  // Read by the server with the next page (past-session-cookie.ts), and gone in a minute.
  // biome-ignore lint/suspicious/noDocumentCookie: not every phone has the Cookie Store API.
  document.cookie = 'gudbro_had_stay=*; Max-Age=60; Path=/; SameSite=Lax';
  router.refresh();
}
