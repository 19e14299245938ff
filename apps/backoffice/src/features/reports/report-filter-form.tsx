import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { Select } from '@gudbro/ui/select';
import { getTranslations } from 'next-intl/server';
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
          <div className="min-w-0">
            <label htmlFor="filter-priority" className="mb-1.5 block font-semibold">
              {t('priority')}
            </label>
            <Select id="filter-priority" name="priority" defaultValue={priority}>
              <option value="">{t('anyPriority')}</option>
              {priorities.map((one) => (
                <option key={one} value={one}>
                  {t(`priority_${one}`)}
                </option>
              ))}
            </Select>
          </div>
          <div className="min-w-0">
            <label htmlFor="filter-assignee" className="mb-1.5 block font-semibold">
              {t('assignee')}
            </label>
            <Select id="filter-assignee" name="assignee" defaultValue={assignee}>
              <option value="">{t('anybody')}</option>
              <option value="mine">{t('mine')}</option>
              <option value="nobody">{t('nobody')}</option>
            </Select>
          </div>
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
