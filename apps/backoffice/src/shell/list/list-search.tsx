import { Button } from '@gudbro/ui/button';
import { getTranslations } from 'next-intl/server';
import { SearchField } from './search-field';

type ListSearchProps = { text: string; label: string };

/** The search of a list. It is a plain form, so what was searched is in the address: Back works, and a link shows the same. */
export async function ListSearch({ text, label }: ListSearchProps) {
  const t = await getTranslations('List');
  return (
    <search>
      <form method="get" className="flex max-w-xl items-end gap-3">
        <SearchField text={text} label={label} className="grow" />
        <Button type="submit" variant="secondary" className="shrink-0 cursor-pointer">
          {t('search')}
        </Button>
      </form>
    </search>
  );
}

/** The search in an address: one line, without control characters. */
export function readSearch(value: unknown): string {
  return typeof value === 'string'
    ? value
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 60)
    : '';
}
