'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { DetectText } from './create-detector';

const pauseMs = 120;

/** Looks for a QR code in the video several times a second and calls `onText` with each new text. */
export function useScan(
  video: RefObject<HTMLVideoElement | null>,
  detect: DetectText,
  isOn: boolean,
  onText: (text: string) => void,
): void {
  const reportText = useEffectEvent(onText);

  useEffect(() => {
    const player = video.current;
    if (!isOn || player === null) {
      return;
    }
    let timer = 0;
    let isOver = false;
    let last = '';

    async function scanUntilOver(picture: HTMLVideoElement): Promise<void> {
      while (!isOver) {
        const text = await detect(picture);
        if (text !== null && text !== last && !isOver) {
          last = text;
          reportText(text);
        }
        await new Promise<void>((resolve) => {
          timer = window.setTimeout(resolve, pauseMs);
        });
      }
    }

    void scanUntilOver(player);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [video, detect, isOn]);
}
