'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';

/** Fills the screen with the page, where the browser can. */
export function FullScreenButton() {
  const t = useTranslations('Orders');
  const { isFull, canFill, toggle } = useFullScreen();
  return (
    canFill && (
      <Button variant="secondary" onClick={toggle} className="cursor-pointer">
        {isFull ? t('windowed') : t('fullScreen')}
      </Button>
    )
  );
}

function useFullScreen() {
  const [isFull, setIsFull] = useState(false);
  const [canFill, setCanFill] = useState(false);
  useEffect(() => {
    // An iPhone has none.
    setCanFill(document.fullscreenEnabled === true);
    const read = () => setIsFull(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', read);
    return () => document.removeEventListener('fullscreenchange', read);
  }, []);
  const toggle = () =>
    void (document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen());
  return { isFull, canFill, toggle };
}
