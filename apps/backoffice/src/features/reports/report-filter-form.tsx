import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { getTranslations } from 'next-intl/server';
import { FilterChoice } from '@/shell/list/filter-choice';
import { MoreFilters } from '@/shell/list/more-filters';
import type { ReportFilter } from './report-filter';
import { priorities } from './report-rules';

/** The filters of the reports. A plain form: the address has them, so Back works and a link shows the same. */
export async function ReportFilterForm({ filter }: { filter: ReportFilter }) {
  const t = await getTranslations('Reports');
  const { priority, assignee } = filter;
  const chosen = [priority, assignee].filter(Boolean).length;
  return (
    <search>
      <form
        method="get"
        key={`${priority} ${assignee}`}
        className="grid gap-x-4 gap-y-3 sm:max-w-3xl sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] sm:items-end"
      >
        <MoreFilters chosen={chosen}>
          <FilterChoice
            name="priority"
            label={t('priority')}
            all={t('anyPriority')}
            value={priority}
            options={priorities.map((value) => ({ value, label: t(`priority_${value}`) }))}
          />
          <FilterChoice
            name="assignee"
            label={t('assignee')}
            all={t('anybody')}
            value={assignee}
            options={(['mine', 'nobody'] as const).map((value) => ({ value, label: t(value) }))}
          />
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
    </search>
  );
}
