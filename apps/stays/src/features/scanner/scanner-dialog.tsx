'use client';

import type { DetectText } from '@gudbro/scanner/create-detector';
import { type CameraState, useCamera } from '@gudbro/scanner/use-camera';
import { useScan } from '@gudbro/scanner/use-scan';
import { Button } from '@gudbro/ui/button';
import { useEffect, useRef, useState } from 'react';
import { readScan } from './read-scan';

export type ScannerTexts = Record<
  CameraState | 'open' | 'title' | 'close' | 'foreign' | 'found' | 'offline',
  string
>;

type ScannerDialogProps = { texts: ScannerTexts; detect: DetectText; onClose: () => void };

/** Shows the camera's picture until it contains one of our codes. Closing the dialog in any way stops the camera. */
export function ScannerDialog({ texts, detect, onClose }: ScannerDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [outcome, setOutcome] = useState<'found' | 'foreign' | null>(null);
  const camera = useCamera(video);
  const isLive = camera === 'starting' || camera === 'running';

  useEffect(() => {
    if (dialog.current && !dialog.current.open) {
      dialog.current.showModal();
    }
  }, []);

  useScan(video, detect, camera === 'running' && outcome !== 'found', (text) => {
    const path = readScan(text, window.location.origin);
    setOutcome(path === null ? 'foreign' : 'found');
    if (path !== null) {
      window.location.assign(path);
    }
  });

  return (
    <dialog
      ref={dialog}
      aria-labelledby="scanner-title"
      onClose={onClose}
      className="m-auto max-h-dvh w-[calc(100%-2rem)] max-w-md rounded-3xl bg-surface p-5 text-ink shadow-lift backdrop:bg-black/60"
    >
      <h2 id="scanner-title" className="mb-4 text-center font-display text-xl">
        {texts.title}
      </h2>
      {/* Rendered even before the camera runs: the stream needs an element to play in. */}
      <video
        ref={video}
        muted
        playsInline
        className={isLive ? 'aspect-square w-full rounded-2xl bg-tag-well object-cover' : 'hidden'}
      />
      <p role="status" className="my-4 text-pretty text-center leading-snug">
        {texts[outcome ?? camera]}
      </p>
      <Button variant="secondary" className="w-full" onClick={() => dialog.current?.close()}>
        {texts.close}
      </Button>
    </dialog>
  );
}
