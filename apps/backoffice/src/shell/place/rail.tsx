import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { Place } from '@/server/place';
import { NavLink } from './nav-link';
import { listOwnScreens } from './own-screens';
import { formatScreenPath, type Screen } from './screens';
import { WaitingBadge } from './waiting-badge';

const groups = ['day', 'rooms', 'guests', 'place'] as const satisfies readonly Screen['group'][];

/** All screens of the place that this role sees, in groups: beside the content on a wide window. */
export async function Rail({ place }: { place: Place }) {
  const t = await getTranslations('Screens');
  const own = listOwnScreens(place);
  return (
    <nav aria-label={t('nav')} className="space-y-3">
      {groups.map((group) => {
        const shown = own.filter((screen) => screen.group === group);
        return shown.length === 0 ? null : (
          <div key={group}>
            <p className="px-3 pb-0.5 font-semibold text-ink-soft text-sm">{t(`group_${group}`)}</p>
            <ul>
              {shown.map(({ path, icon, waiting }) => (
                <li key={path}>
                  <NavLink
                    href={formatScreenPath(place.slug, path)}
                    className="flex min-h-11 items-center gap-3 rounded-xl px-3 pointer-fine:min-h-9.5 text-ink hover:bg-sunken aria-[current=page]:bg-tag aria-[current=page]:font-semibold aria-[current=page]:text-tag-ink"
                  >
                    <Icon name={icon} className="size-5 shrink-0" />
                    <span className="wrap-break-word min-w-0 leading-tight">{t(path)}</span>
                    {waiting && <WaitingBadge of={waiting} className="ml-auto" />}
                  </NavLink>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
