import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { FilterChoice } from '@/shell/list/filter-choice';
import { MoreFilters } from '@/shell/list/more-filters';
import { actions, type HistoryFilters, things } from './history-filters';
import type { History } from './queries';

type FilterFormProps = { filters: HistoryFilters; people: History['people'] };

/** The filters of the history. A plain form: the address has them, so Back works and a link shows the same. */
export async function FilterForm({ filters, people }: FilterFormProps) {
  const t = await getTranslations('History');
  const persons = Object.entries(people).map(([value, label]) => ({ value, label }));
  // Of one row only is said above the form.
  const chosen = Object.keys(filters).filter((key) => key !== 'row').length;
  return (
    <search>
      <form
        method="get"
        key={JSON.stringify(filters)}
        className="grid gap-x-4 gap-y-3 sm:grid-cols-3 sm:items-end xl:grid-cols-[repeat(3,minmax(0,1fr))_9.5rem_9.5rem_auto]"
      >
        {filters.row !== undefined && <input type="hidden" name="row" value={filters.row} />}
        <MoreFilters chosen={chosen}>
          <FilterChoice
            name="person"
            label={t('person')}
            all={t('everybody')}
            value={filters.person}
            options={persons.sort((a, b) => a.label.localeCompare(b.label))}
          />
          <FilterChoice
            name="thing"
            label={t('thing')}
            all={t('everything')}
            value={filters.thing}
            options={things.map((value) => ({ value, label: t(`thing_${value}`) }))}
          />
          <FilterChoice
            name="action"
            label={t('action')}
            all={t('anyAction')}
            value={filters.action}
            options={actions.map((value) => ({ value, label: t(`action_${value}`) }))}
          />
          <TextField name="from" type="date" label={t('from')} defaultValue={filters.from} />
          <TextField name="to" type="date" label={t('to')} defaultValue={filters.to} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="secondary" className="cursor-pointer">
              {t('show')}
            </Button>
            {chosen > 0 && (
              <ButtonLink variant="quiet" href="?">
                {t('showAll')}
              </ButtonLink>
            )}
          </div>
        </MoreFilters>
      </form>
      {chosen > 0 && (
        <p className="sr-only" role="status">
          {t('filtered', { count: chosen })}
        </p>
      )}
    </search>
  );
}
