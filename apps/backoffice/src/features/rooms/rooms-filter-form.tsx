import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import type { RoomTypeName } from '@/server/list-room-type-names';
import { FilterChoice } from '@/shell/list/filter-choice';
import { FilteredSearch } from '@/shell/list/filtered-search';
import type { FilterInAddress } from './room-filter';

type RoomsFilterFormProps = { filter: FilterInAddress; types: readonly RoomTypeName[] };

/** Search and filters of the rooms. */
export async function RoomsFilterForm({ filter, types }: RoomsFilterFormProps) {
  const [t, list] = await Promise.all([getTranslations('Rooms'), getTranslations('List')]);
  return (
    <FilteredSearch
      key={Object.values(filter).join('\n')}
      text={filter.q}
      label={t('searchLabel')}
      submitLabel={list('search')}
      chosen={[filter.type, filter.floor, filter.off].filter(Boolean).length}
      columns="sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto_auto] xl:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_8rem_auto_auto]"
    >
      <FilterChoice
        name="type"
        label={t('type')}
        all={t('allTypes')}
        value={filter.type}
        options={types.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextField label={t('floor')} name="floor" maxLength={40} defaultValue={filter.floor} />
      <label className="flex min-h-12 cursor-pointer items-center gap-2.5 whitespace-nowrap">
        <input type="checkbox" name="off" value="1" defaultChecked={filter.off === '1'} className="size-5" />
        {t('onlyOff')}
      </label>
    </FilteredSearch>
  );
}
