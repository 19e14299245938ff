import { Button } from '@gudbro/ui/button';
import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { MoreFilters } from '@/shell/list/more-filters';
import type { ListedType } from './queries';
import type { FilterInAddress } from './room-filter';

type RoomsFilterFormProps = { filter: FilterInAddress; types: readonly ListedType[] };

/** Search and filters of the rooms. A plain form, so that they are in the address. */
export async function RoomsFilterForm({ filter, types }: RoomsFilterFormProps) {
  const [t, list] = await Promise.all([getTranslations('Rooms'), getTranslations('List')]);
  return (
    <search>
      <form
        key={Object.values(filter).join('\n')}
        method="get"
        className="grid grid-cols-1 items-end gap-3 sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_minmax(0,14rem)_8rem_auto_auto]"
      >
        <TextField
          label={t('searchLabel')}
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={60}
          defaultValue={filter.q}
          data-list-search
        />
        <MoreFilters chosen={[filter.type, filter.floor, filter.off].filter(Boolean).length}>
          <div className="min-w-0">
            <label htmlFor="filter-type" className="mb-1.5 block font-semibold">
              {t('type')}
            </label>
            <Select id="filter-type" name="type" defaultValue={filter.type}>
              <option value="">{t('allTypes')}</option>
              {types.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </div>
          <TextField label={t('floor')} name="floor" maxLength={40} defaultValue={filter.floor} />
          <label className="flex min-h-12 cursor-pointer items-center gap-2.5 whitespace-nowrap">
            <input
              type="checkbox"
              name="off"
              value="1"
              defaultChecked={filter.off === '1'}
              className="size-5"
            />
            {t('onlyOff')}
          </label>
        </MoreFilters>
        <Button type="submit" variant="secondary" className="cursor-pointer">
          {list('search')}
        </Button>
      </form>
    </search>
  );
}
