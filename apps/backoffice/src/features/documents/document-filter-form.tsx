import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { getTranslations } from 'next-intl/server';
import { FilterChoice } from '@/shell/list/filter-choice';
import { MoreFilters } from '@/shell/list/more-filters';
import type { DocumentFilter } from './document-filter';
import { documentStatuses } from './document-schemas';

/** The filter of the documents. A plain form: the address has it, so Back works and a link shows the same. */
export async function DocumentFilterForm({ filter: { status } }: { filter: DocumentFilter }) {
  const t = await getTranslations('Documents');
  return (
    <search>
      <form
        method="get"
        key={status}
        className="grid gap-x-4 gap-y-3 sm:max-w-xl sm:grid-cols-[minmax(0,1fr)_auto] sm:items-end"
      >
        <MoreFilters chosen={status === '' ? 0 : 1}>
          <FilterChoice
            name="status"
            label={t('status')}
            all={t('anyStatus')}
            value={status}
            options={documentStatuses.map((value) => ({ value, label: t(`status_${value}`) }))}
          />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" variant="secondary" className="cursor-pointer">
              {t('show')}
            </Button>
            {status !== '' && (
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
