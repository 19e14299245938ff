import 'server-only';
import { getTranslations } from 'next-intl/server';
import type { AccountClient } from '@/server/account-client';
import { csvStart, formatCsvLine } from '@/server/format-csv';
import type { After } from '@/server/page-of-rows';
import type { Place } from '@/server/place';
import { createEntryWords } from './entry-words';
import type { HistoryFilters } from './history-filters';
import { readHistory } from './queries';

const pageSize = 500;

/** The history as CSV, a page at a time, so that a long one is not in memory at once. */
export async function* exportHistory(
  client: AccountClient,
  place: Place,
  filters: HistoryFilters,
): AsyncGenerator<string> {
  const t = await getTranslations('History');
  yield csvStart +
    formatCsvLine([t('csvWhen'), t('csvWho'), t('csvWhat'), t('csvChanges'), t('reason'), t('csvUndone')]);
  let after: After | null = null;
  do {
    const { entries, ...known } = await readHistory(client, place.id, { filters, after, pageSize });
    const describe = await createEntryWords(place, known);
    const page = entries.slice(0, pageSize);
    for (const entry of page) {
      const { what, who, when, changes } = describe(entry);
      const { reason } = entry.detail;
      yield formatCsvLine([
        when,
        who,
        what,
        changes
          .map(
            ({ label, from, to }) =>
              `${label}: ${[from, to].filter((side) => side !== undefined).join(' → ')}`,
          )
          .join('\n'),
        typeof reason === 'string' ? reason : '',
        entry.undoneBy === null ? '' : t('wasUndone'),
      ]);
    }
    const last = page.at(-1);
    after = entries.length > pageSize && last !== undefined ? { value: last.at, id: last.id } : null;
  } while (after !== null);
}
