'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { lazy, Suspense, useState } from 'react';
import { loadingToastClass } from '../actions/loading-toast-class';
import { retryUntilLoaded } from '../actions/retry-until-loaded';
import type { CameraState } from './use-camera';

const ScannerDialog = lazy(() =>
  retryUntilLoaded(() => import('./scanner-dialog')).then((loaded) => ({ default: loaded.ScannerDialog })),
);

export type ScannerTexts = Record<CameraState | 'open' | 'title' | 'close' | 'foreign' | 'found', string>;

/** Loads the scanner and requests the camera only after a tap. */
export function ScanButton({ texts }: { texts: ScannerTexts }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)} className="w-full noscript:hidden">
        <Icon name="camera" />
        {texts.open}
      </Button>
      {isOpen && (
        <Suspense
          fallback={
            <p role="status" className={loadingToastClass}>
              {texts.starting}
            </p>
          }
        >
          <ScannerDialog texts={texts} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
