import { Select } from '@gudbro/ui/select';
import { getTranslations } from 'next-intl/server';
import { FilteredSearch } from '@/shell/list/filtered-search';
import type { RoomsToPrint } from './queries';
import { type RoomFilters, signStates } from './room-filters';

type RoomFilterFormProps = { path: string; found: RoomsToPrint; filters: RoomFilters };

/** Which rooms are to be printed. */
export async function RoomFilterForm({ path, found, filters }: RoomFilterFormProps) {
  const t = await getTranslations('Sheets');
  return (
    <FilteredSearch
      text={filters.search}
      label={t('search')}
      submitLabel={t('show')}
      chosen={[filters.floor, filters.type, filters.state].filter((value) => value !== '').length}
      inPlaceAt={path}
      columns="sm:grid-cols-[repeat(3,minmax(0,1fr))_auto] xl:grid-cols-[repeat(4,minmax(0,1fr))_auto]"
    >
      <Choice
        name="floor"
        label={t('floor')}
        value={filters.floor}
        options={[['', t('anyFloor')], ...found.floors.map((floor) => [floor, floor] as const)]}
      />
      <Choice
        name="type"
        label={t('type')}
        value={filters.type}
        options={[['', t('anyType')], ...found.types.map((type) => [type, type] as const)]}
      />
      <Choice
        name="state"
        label={t('state')}
        value={filters.state}
        options={signStates.map((state) => [state, t(`state_${state === '' ? 'all' : state}`)])}
      />
    </FilteredSearch>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
};

function Choice({ name, label, value, options }: ChoiceProps) {
  const id = `filter-${name}`;
  return (
    <div className="min-w-0">
      <label htmlFor={id} className="mb-1.5 block font-semibold">
        {label}
      </label>
      <Select id={id} name={name} defaultValue={value} key={value}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </div>
  );
}
