'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';

/** The address of one page of a picture, which opens it once. */
export type PictureAddress = { page: number; src: string };

/**
 * Keeps the addresses that are shown. The screen is rendered anew whenever something changes at the place, each time with new ones, and
 * to load the picture again would be another look at it. Where one has failed, such as after the browser's Back, new ones are taken.
 */
export function useShownPages(offered: readonly PictureAddress[]) {
  const router = useRouter();
  const [held, setHeld] = useState(offered);
  const [hasFailed, setHasFailed] = useState(false);
  const isRetried = useRef(false);
  if (hasFailed && offered[0] !== undefined && offered[0].src !== held[0]?.src) {
    setHeld(offered);
    setHasFailed(false);
  }
  const loadAgain = () => router.refresh();
  return {
    held,
    hasFailed,
    loadAgain,
    onLoad: () => {
      isRetried.current = false;
    },
    onError: () => {
      setHasFailed(true);
      if (!isRetried.current) {
        isRetried.current = true;
        loadAgain();
      }
    },
  };
}
