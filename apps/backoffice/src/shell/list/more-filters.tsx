import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { PhoneFold } from './phone-fold';

type MoreFiltersProps = {
  /** How many of them are chosen. */
  chosen: number;
  children: ReactNode;
};

/**
 * The filters of a list beside its search field, inside the grid of its form. On a phone they are folded, so that the list begins
 * on the first screen, unless one of them is chosen: a list must not be short for a reason that nobody sees.
 */
export async function MoreFilters({ chosen, children }: MoreFiltersProps) {
  const t = await getTranslations('List');
  return (
    <PhoneFold summary={t('filters', { chosen })} isOpen={chosen > 0}>
      <div className="grid gap-3 pt-2 sm:contents">{children}</div>
    </PhoneFold>
  );
}
