import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import type { RoomTypeName } from '@/server/list-room-type-names';
import { FilterChoice } from '@/shell/list/filter-choice';
import { MoreFilters } from '@/shell/list/more-filters';
import { countChosen, type ListFilter, ownSources } from './list-filter';
import { sayOfSource } from './say-of-source';
import { beginsAtDay, canBeginAtDay, sortedBy } from './views';

type ListFilterFormProps = {
  filter: ListFilter;
  roomTypes: readonly RoomTypeName[];
  /** The sources of the bookings in the list. */
  sources: readonly string[];
};

/**
 * Which bookings of a view are shown, and at which day the list begins. A plain form: the address has all of it, so Back works and
 * a link shows the same.
 */
export async function ListFilterForm({ filter, roomTypes, sources }: ListFilterFormProps) {
  const [t, booking, sayOf] = await Promise.all([
    getTranslations('Bookings'),
    getTranslations('Booking'),
    sayOfSource(),
  ]);
  const { view, day, roomTypeId, source } = filter;
  const chosen = countChosen(filter);
  const offered = new Set([...ownSources, ...(source === null ? [] : [source]), ...sources]);
  return (
    <search>
      <form
        method="get"
        key={`${view} ${day} ${roomTypeId} ${source}`}
        className="grid gap-x-4 gap-y-3 sm:grid-cols-2 sm:items-end lg:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]"
      >
        <input type="hidden" name="view" value={view} />
        <MoreFilters chosen={chosen}>
          {canBeginAtDay(view) && (
            <TextField name="day" type="date" label={t(labelOfDay(view))} defaultValue={day ?? undefined} />
          )}
          {(roomTypes.length > 1 || roomTypeId !== null) && (
            <FilterChoice
              name="type"
              label={booking('roomType')}
              all={t('anyType')}
              value={roomTypeId}
              options={roomTypes.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <FilterChoice
            name="source"
            label={booking('source')}
            all={t('anySource')}
            value={source}
            options={[...offered].map((one) => ({ value: one, label: sayOf(one) }))}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="secondary" className="cursor-pointer">
              {t('showChosen')}
            </Button>
            {chosen > 0 && (
              <ButtonLink variant="quiet" href={view === 'newest' ? '?' : `?view=${view}`}>
                {t('showAll')}
              </ButtonLink>
            )}
          </div>
        </MoreFilters>
      </form>
    </search>
  );
}

function labelOfDay(view: keyof typeof beginsAtDay) {
  if (beginsAtDay[view] === 'back') {
    return 'departureUpTo';
  }
  return sortedBy[view] === 'checkIn' ? 'arrivalFrom' : 'departureFrom';
}
