import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getTranslations } from 'next-intl/server';

/** A plain GET form: the search is in the address, so it can be bookmarked and sent to a colleague. */
export async function SearchForm({ searchText, example }: { searchText: string; example: string }) {
  const t = await getTranslations('Rooms');
  return (
    <search>
      <form action="/" method="get" className="flex max-w-xl items-end gap-3">
        <TextField
          key={searchText}
          label={t('searchLabel')}
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={60}
          defaultValue={searchText}
          placeholder={example}
          className="min-w-0 grow"
        />
        <Button type="submit" variant="secondary" className="shrink-0 cursor-pointer">
          {t('searchSubmit')}
        </Button>
      </form>
    </search>
  );
}
