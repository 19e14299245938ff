'use client';

import type { DetectText } from '@gudbro/scanner/create-detector';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useState } from 'react';
import { loadInTime } from '@/client/load-in-time';
import type { ScannerDialog, ScannerTexts } from './scanner-dialog';

type Scanner = { Dialog: typeof ScannerDialog; detect: DetectText };

/** Loads the scanner and requests the camera only after a tap. */
export function ScanButton({ texts }: { texts: ScannerTexts }) {
  const [scanner, setScanner] = useState<Scanner | null>(null);
  const [state, setState] = useState<'closed' | 'loading' | 'failed' | 'open'>('closed');

  async function open() {
    setState('loading');
    const { part } = await loadInTime(loadScanner, performance.now());
    setScanner(part);
    setState(part ? 'open' : 'failed');
  }

  return (
    <>
      <Button onClick={open} aria-disabled={state === 'loading'} className="w-full noscript:hidden">
        <Icon name="camera" />
        {state === 'loading' ? texts.starting : texts.open}
      </Button>
      <p role="status" className="text-pretty text-center leading-snug empty:hidden">
        {state === 'failed' && texts.offline}
      </p>
      {state === 'open' && scanner && (
        <scanner.Dialog texts={texts} detect={scanner.detect} onClose={() => setState('closed')} />
      )}
    </>
  );
}

async function loadScanner(): Promise<Scanner> {
  const [{ ScannerDialog: Dialog }, { createDetector }] = await Promise.all([
    import('./scanner-dialog'),
    import('@gudbro/scanner/create-detector'),
  ]);
  return { Dialog, detect: await createDetector() };
}
