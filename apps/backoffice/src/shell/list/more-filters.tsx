import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';

type MoreFiltersProps = {
  /** How many of them are chosen. */
  chosen: number;
  children: ReactNode;
};

/**
 * The filters of a list beside its search field, inside the grid of its form. On a phone they stand behind one line, so that the
 * list begins on the first screen, unless one of them is chosen: a list must not be short for a reason that nobody sees. A wide
 * window shows them always, where the browser can open them without their line.
 */
export async function MoreFilters({ chosen, children }: MoreFiltersProps) {
  const t = await getTranslations('List');
  return (
    <details
      open={chosen > 0}
      className="group sm:contents sm:details-content:contents sm:details-content:[content-visibility:visible]"
    >
      <summary className="flex min-h-12 cursor-pointer list-none items-center gap-2 font-semibold sm:supports-[selector(::details-content)]:hidden [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
        {t('filters', { chosen })}
      </summary>
      <div className="grid gap-3 pt-2 sm:contents">{children}</div>
    </details>
  );
}
