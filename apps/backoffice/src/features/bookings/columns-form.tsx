import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { getTranslations } from 'next-intl/server';
import { columnLabels } from './bookings-table';
import { chooseColumnsAction } from './choose-columns';
import { type Column, columns } from './columns';

/** Which columns the list has. A narrow window has none, so it does not ask. A plain form, so that it works without JavaScript. */
export async function ColumnsForm({ chosen }: { chosen: readonly Column[] }) {
  const [t, labels] = await Promise.all([getTranslations('Bookings'), columnLabels()]);
  return (
    // Another choice has closed the fold.
    <details key={chosen.join(' ')} className="group max-xl:hidden">
      <summary className="inline-flex min-h-12 cursor-pointer list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
        <Icon name="chevron" className="size-5 shrink-0 text-ink-soft group-open:rotate-180" />
        {t('columns')}
      </summary>
      <form action={chooseColumnsAction} className="flex flex-wrap items-center gap-x-6 gap-y-1 pb-2">
        <fieldset className="contents">
          <legend className="sr-only">{t('columns')}</legend>
          {columns.map((column) => (
            <label key={column} className="flex min-h-12 cursor-pointer items-center gap-2.5">
              <input
                type="checkbox"
                name="column"
                value={column}
                defaultChecked={chosen.includes(column)}
                className="size-5 shrink-0"
              />
              {labels(column)}
            </label>
          ))}
        </fieldset>
        <Button type="submit" variant="secondary" className="cursor-pointer">
          {t('showChosen')}
        </Button>
      </form>
    </details>
  );
}
