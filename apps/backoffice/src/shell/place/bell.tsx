'use client';

import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { NavLink } from './nav-link';
import { usePlaceSlug } from './place-context';
import { usePulse } from './pulse-context';

const mostCounted = 9;

/** The way to the person's notifications at this place, with how many they have not read. */
export function Bell() {
  const t = useTranslations('Shell');
  const slug = usePlaceSlug();
  const { unread } = usePulse();
  useAppBadge(unread);
  return (
    <NavLink
      href={`/p/${slug}/notifications`}
      className="relative flex size-12 shrink-0 items-center justify-center rounded-xl border border-field-line bg-surface text-ink-soft hover:bg-sunken aria-[current=page]:bg-tag aria-[current=page]:text-tag-ink"
    >
      <Icon name="alert" className="size-5" />
      <span className="sr-only">{t('notifications')}</span>
      {unread > 0 && (
        <span className="absolute -top-1.5 -right-1.5 min-w-6 rounded-full bg-danger px-1.5 py-0.5 text-center font-semibold text-danger-surface text-xs tabular-nums leading-tight">
          <span aria-hidden="true">{unread > mostCounted ? `${mostCounted}+` : unread}</span>
          <span className="sr-only">{t('unread', { count: unread })}</span>
        </span>
      )}
    </NavLink>
  );
}

/** Shows the count on the icon of the installed app, as a push message does while the app is closed. */
function useAppBadge(count: number): void {
  useEffect(() => {
    if ('setAppBadge' in navigator) {
      // A browser may refuse it, such as one in which the app is not installed. The count is at the bell anyway.
      navigator.setAppBadge(count).catch(() => undefined);
    }
  }, [count]);
}
