import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { NavLink } from './nav-link';
import { listOwnScreens } from './own-screens';
import { formatScreenPath } from './screens';
import { WaitingBadge } from './waiting-badge';

/** Beside "More". With a fifth of the width each has room for its word. */
const countInBar = 4;

// Large letters grow as far as a fifth of the width has room for the word: the screens behind "More" have them at full size.
const look =
  'flex min-h-16 flex-col items-center justify-center gap-1 px-1 text-center text-[min(0.75rem,4.5vw)] text-ink-soft leading-tight aria-[current]:font-semibold aria-[current]:text-accent';

/** The bar at the foot of a phone: the first screens of the person's role, which are those of the day, and the way to all others. */
export async function Bar({ place }: { place: Place }) {
  const t = await getTranslations('Screens');
  const own = listOwnScreens(place);
  const [shown, others] = [own.slice(0, countInBar), own.slice(countInBar)];
  return (
    <nav
      data-frame
      aria-label={t('nav')}
      className="fixed inset-x-0 bottom-0 z-20 grid auto-cols-fr grid-flow-col border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden print:hidden"
    >
      {shown.map(({ path, icon, waiting }) => (
        <NavLink key={path} href={formatScreenPath(place.slug, path)} className={look}>
          <span className="relative">
            <Icon name={icon} className="size-6" />
            {waiting && <WaitingBadge of={waiting} className="absolute -top-1.5 left-3.5" />}
          </span>
          {t(`short_${path}`)}
        </NavLink>
      ))}
      <NavLink
        href={`/p/${place.slug}/more`}
        leadsTo={others.map(({ path }) => formatScreenPath(place.slug, path))}
        className={look}
      >
        <Icon name="menu" className="size-6" />
        {t('more')}
      </NavLink>
    </nav>
  );
}
