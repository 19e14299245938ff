import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';

type ListSearchProps = { text: string; label: string };

/** The search of a list. It is a plain form, so what was searched is in the address: Back works, and a link shows the same. */
export async function ListSearch({ text, label }: ListSearchProps) {
  const t = await getTranslations('List');
  return (
    <search>
      <form method="get" className="flex max-w-xl items-end gap-3">
        <TextField
          key={text}
          label={label}
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={60}
          defaultValue={text}
          data-list-search
          className="min-w-0 grow"
        />
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
