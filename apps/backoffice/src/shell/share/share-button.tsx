'use client';

import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useEffect, useState } from 'react';

/** The share sheet of a phone. Shown only where the browser has one. */
export function ShareButton({ text, url, label }: { text: string; url: string; label: string }) {
  const [canShare, setCanShare] = useState(false);
  useEffect(() => setCanShare('share' in navigator), []);
  if (!canShare) {
    return null;
  }
  const share = () =>
    navigator.share({ text, url }).catch((error: unknown) => {
      // The person closed the sheet.
      if (!(error instanceof DOMException && error.name === 'AbortError')) {
        throw error;
      }
    });
  return (
    <Button variant="secondary" onClick={share} className="cursor-pointer">
      <Icon name="send" className="size-5 shrink-0" />
      {label}
    </Button>
  );
}
