import { Button } from '@gudbro/ui/button';
import { Select } from '@gudbro/ui/select';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { MoreFilters } from '@/shell/list/more-filters';
import type { RoomsToPrint } from './queries';
import { type RoomFilters, signStates } from './room-filters';

type RoomFilterFormProps = { found: RoomsToPrint; filters: RoomFilters };

/** A plain form, so the choice is in the address. */
export async function RoomFilterForm({ found, filters }: RoomFilterFormProps) {
  const t = await getTranslations('Sheets');
  return (
    <search>
      <form
        method="get"
        className="grid gap-3 sm:grid-cols-2 sm:items-end lg:grid-cols-[1fr_1fr_1fr_1fr_auto]"
      >
        <TextField
          label={t('search')}
          name="q"
          type="search"
          autoComplete="off"
          maxLength={60}
          defaultValue={filters.search}
          data-list-search
        />
        <MoreFilters
          chosen={[filters.floor, filters.type, filters.state].filter((value) => value !== '').length}
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
        </MoreFilters>
        <Button type="submit" variant="secondary" className="cursor-pointer">
          {t('show')}
        </Button>
      </form>
    </search>
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
