'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { watchRecovery } from './watch-recovery';

/** Shows the page as soon as it can be shown again, so that a screen that nobody touches, such as the kitchen's, comes back. */
export function RetryByItself() {
  const router = useRouter();
  useEffect(() => watchRecovery(window.location.href, () => router.refresh()), [router]);
  return null;
}
