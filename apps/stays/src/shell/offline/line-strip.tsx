'use client';

import { Icon } from '@gudbro/ui/icon';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { announce } from '@/client/announce';
import { useIsOnline } from '@/client/use-is-online';
import { phoneLink } from '../property/contact-links';
import type { DeskLinksProps } from '../property/desk-links';
import { rememberShownDesk } from '../property/shown-desk';

type LineStripProps = {
  texts: { down: string; back: string };
  desk: DeskLinksProps;
};

/**
 * Shown while our server cannot be reached. It lies over the upper edge, away from the thumb, and moves nothing. On a
 * copy that the service worker saved, the bar above the copy says the same.
 */
export function LineStrip({ texts: { down, back }, desk }: LineStripProps) {
  const isOnline = useIsOnline();
  const router = useRouter();
  const wasDown = useRef(false);
  const { phone } = desk.contacts;
  useEffect(() => rememberShownDesk(desk), [desk]);
  useEffect(() => {
    if (!isOnline) {
      wasDown.current = true;
      announce(down);
    } else if (wasDown.current) {
      wasDown.current = false;
      announce(back);
      if (removeCopyBar()) {
        // The page on screen is a saved copy: load it anew, without closing a sheet or losing what is typed.
        router.refresh();
      }
    }
  }, [isOnline, down, back, router]);
  return isOnline ? null : (
    <aside className="fixed inset-x-0 top-0 z-20 bg-lamp pt-[env(safe-area-inset-top)] text-lamp-ink text-sm leading-snug shadow-lift print:hidden [:root:has(saved-copy)_&]:hidden">
      <div className="mx-auto flex min-h-12 max-w-6xl flex-wrap items-center gap-x-3 px-4">
        <p className="min-w-0 grow basis-36 text-pretty py-1.5">{down}</p>
        {phone !== null && (
          <a
            href={phoneLink(phone)}
            className="-mx-2 inline-flex min-h-12 min-w-0 items-center gap-1.5 px-2 font-semibold underline underline-offset-4"
          >
            <Icon name="phone" className="size-4 shrink-0" />
            {desk.labels.call}
          </a>
        )}
      </div>
    </aside>
  );
}

/** The service worker put it above the page. False if this page is no saved copy. */
function removeCopyBar(): boolean {
  const bar = document.querySelector('saved-copy');
  bar?.remove();
  return bar !== null;
}
