import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';
import { MoreFilters } from '@/shell/list/more-filters';
import { beginsAtDay, sortedBy } from './views';

type DayFormProps = { view: keyof typeof beginsAtDay; day: string | null };

/** At which day the list begins. A plain form: the address has the day, so Back works and a link shows the same. */
export async function DayForm({ view, day }: DayFormProps) {
  const t = await getTranslations('Bookings');
  const label =
    beginsAtDay[view] === 'back'
      ? t('departureUpTo')
      : sortedBy[view] === 'checkIn'
        ? t('arrivalFrom')
        : t('departureFrom');
  return (
    <search>
      <form
        method="get"
        key={`${view} ${day}`}
        className="grid gap-3 sm:grid-cols-[12rem_auto_1fr] sm:items-end"
      >
        <input type="hidden" name="view" value={view} />
        <MoreFilters chosen={day === null ? 0 : 1}>
          <TextField name="day" type="date" label={label} defaultValue={day ?? undefined} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="secondary" className="cursor-pointer">
              {t('showFromDay')}
            </Button>
            {day !== null && (
              <ButtonLink variant="quiet" href={`?view=${view}`}>
                {t('showAllDays')}
              </ButtonLink>
            )}
          </div>
        </MoreFilters>
      </form>
    </search>
  );
}
