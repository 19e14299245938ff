import { Icon, type IconName } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { actionProps } from '@/client/action';
import type { OwnStay } from '@/server/stay/guest-view';

const cell =
  'wrap-anywhere hyphens-auto flex min-h-14 min-w-0 grow basis-0 flex-col items-center justify-center gap-0.5 px-1 py-1.5 text-center text-xs leading-tight';

type BottomNavProps = { stay: OwnStay | null; asksNothing: boolean; hasServices: boolean };

/** Links to sections of the page, which need no script. "My stay" is a button until the guest is verified. */
export async function BottomNav({ stay, asksNothing, hasServices }: BottomNavProps) {
  const t = await getTranslations('Nav');
  return (
    <nav
      aria-label={t('label')}
      className="fixed inset-x-0 bottom-0 z-10 border-line border-t bg-surface pb-[env(safe-area-inset-bottom)] md:hidden [@media(height<20rem)]:static"
    >
      <div className="flex">
        <NavLink icon="wifi" href="#wifi">
          {t('wifi')}
        </NavLink>
        {hasServices && (
          <NavLink icon="bell" href="#services">
            {t('services')}
          </NavLink>
        )}
        <NavLink icon="pin" href="#around">
          {t('around')}
        </NavLink>
        {stay ? (
          <NavLink icon="key" href="#stay">
            {t('stay')}
          </NavLink>
        ) : (
          <button type="button" {...actionProps({ name: 'stay' })} className={cell}>
            <Icon name={asksNothing ? 'key' : 'lock'} />
            {t('stay')}
          </button>
        )}
      </div>
    </nav>
  );
}

function NavLink({ icon, href, children }: { icon: IconName; href: string; children: ReactNode }) {
  return (
    <a href={href} className={cell}>
      <Icon name={icon} />
      {children}
    </a>
  );
}
