'use client';

import { Button } from '@gudbro/ui/button';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { LiveLine } from '@/shell/place/live-line';
import { ScreenAwake } from './screen-awake';

/** What the kitchen's screen says of itself: whether it is live, whether it stays on; and the button for the whole screen. */
export function KitchenBar() {
  const t = useTranslations('Orders');
  const { isFull, canFill, toggle } = useFullScreen();
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <LiveLine />
      <ScreenAwake />
      {canFill && (
        <Button variant="secondary" onClick={toggle} className="cursor-pointer">
          {isFull ? t('windowed') : t('fullScreen')}
        </Button>
      )}
    </div>
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
