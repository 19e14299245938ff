'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { listenToOtherTabs } from '@/client/stay-channel';

/** Loads a page that waits for verification anew when the guest has verified in another tab. What is typed stays. */
export function RefreshOnceVerified() {
  const router = useRouter();
  useEffect(() => listenToOtherTabs((news) => news === 'verified' && router.refresh()), [router]);
  return null;
}
