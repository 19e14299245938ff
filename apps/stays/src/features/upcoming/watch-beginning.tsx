'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { askSession } from '@/client/ask-session';
import { watchWhileVisible } from '@/client/watch-while-visible';

type WatchBeginningProps = { version: string; bookingCode: string };

/** Loads the page again when the stay has begun, was changed or opened early by the desk, or is not the guest's any more. */
export function WatchBeginning({ version, bookingCode }: WatchBeginningProps) {
  const router = useRouter();
  useEffect(
    () =>
      watchWhileVisible(async () => {
        if ((await askSession({ version, bookingCode })) !== 'same') {
          router.refresh();
        }
      }),
    [version, bookingCode, router],
  );
  return null;
}
