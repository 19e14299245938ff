'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';
import { createDetector } from './create-detector';

const pauseMs = 120;

/** Looks for a QR code in the picture a few times a second and hands on each new text it reads. */
export function useScan(
  video: RefObject<HTMLVideoElement | null>,
  isOn: boolean,
  onText: (text: string) => void,
): void {
  const handOn = useEffectEvent(onText);

  useEffect(() => {
    const player = video.current;
    if (!isOn || player === null) {
      return;
    }
    let timer = 0;
    let isOver = false;
    let last = '';

    async function look(picture: HTMLVideoElement): Promise<void> {
      const detect = await createDetector();
      while (!isOver) {
        const text = await detect(picture);
        if (text !== null && text !== last && !isOver) {
          last = text;
          handOn(text);
        }
        await new Promise<void>((resolve) => {
          timer = window.setTimeout(resolve, pauseMs);
        });
      }
    }

    void look(player);
    return () => {
      isOver = true;
      window.clearTimeout(timer);
    };
  }, [video, isOn]);
}
