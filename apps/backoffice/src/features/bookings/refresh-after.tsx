'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Reads the screen anew after this long: what it says depends on the hour, and nobody has to change anything for that. */
export function RefreshAfter({ milliseconds }: { milliseconds: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setTimeout(() => router.refresh(), milliseconds);
    return () => clearTimeout(timer);
  }, [router, milliseconds]);
  return null;
}
