import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
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
          <Choice
            name="person"
            label={t('person')}
            all={t('everybody')}
            value={filters.person}
            options={persons.sort((a, b) => a.label.localeCompare(b.label))}
          />
          <Choice
            name="thing"
            label={t('thing')}
            all={t('everything')}
            value={filters.thing}
            options={things.map((value) => ({ value, label: t(`thing_${value}`) }))}
          />
          <Choice
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

type ChoiceProps = {
  name: string;
  label: string;
  all: string;
  value: string | undefined;
  options: readonly { value: string; label: string }[];
};

function Choice({ name, label, all, value, options }: ChoiceProps) {
  const id = `filter-${name}`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <Select id={id} name={name} defaultValue={value ?? ''}>
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
    </div>
  );
}
