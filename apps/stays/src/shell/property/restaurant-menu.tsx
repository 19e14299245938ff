import { linkToMenu } from '@gudbro/api-kit';
import type { Property } from '@gudbro/guest-api/room-access';
import { Card } from '@gudbro/ui/card';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { env } from '@/env';

/** The way to the menu of the house's restaurant, which another app shows. */
export async function RestaurantMenu({ property }: { property: Pick<Property, 'linkedFnbSlug'> }) {
  const href = linkToMenu(env().RESTAURANT_MENU_URL, property.linkedFnbSlug);
  if (href === null) {
    return null;
  }
  const t = await getTranslations('Property');
  return (
    <Card>
      <a
        href={href}
        target="_blank"
        rel="noreferrer noopener"
        className="group -m-2 flex min-h-14 items-center gap-4 rounded-xl p-2 hover:bg-sunken"
      >
        <span className="grid size-10 shrink-0 place-items-center rounded-full bg-sunken text-accent group-hover:bg-surface">
          <Icon name="food" />
        </span>
        <span className="min-w-0 grow font-semibold leading-snug">{t('restaurantMenu')}</span>
        <Icon name="arrow" className="size-5 shrink-0 text-ink-soft" />
      </a>
    </Card>
  );
}
