import { Button } from '@gudbro/ui/button';
import Form from 'next/form';
import type { ReactNode } from 'react';
import { MoreFilters } from './more-filters';
import { SearchField } from './search-field';

type FilteredSearchProps = {
  text: string;
  label: string;
  submitLabel: string;
  /** How many filters are chosen. */
  chosen: number;
  /** The columns of the grid for the filters and the button, and in a very wide window for the search field before them. */
  columns: string;
  /** The path of a screen that has a form below the list: the list is read anew without loading the page, so the form stays. */
  inPlaceAt?: string;
  children: ReactNode;
};

/**
 * Search and filters of a list. A plain form, so that they are in the address. A phone has a button beside the search field, and
 * one below the filters where they are unfolded.
 */
export function FilteredSearch({
  text,
  label,
  submitLabel,
  chosen,
  columns,
  inPlaceAt,
  children,
}: FilteredSearchProps) {
  const className = `grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-2 sm:items-end sm:gap-3 ${columns}`;
  const fields = (
    <>
      <SearchField text={text} label={label} className="sm:max-xl:col-span-full" />
      <Button type="submit" variant="secondary" className="cursor-pointer sm:hidden">
        {submitLabel}
      </Button>
      <MoreFilters chosen={chosen}>
        {children}
        <Button type="submit" variant="secondary" className="cursor-pointer">
          {submitLabel}
        </Button>
      </MoreFilters>
    </>
  );
  return (
    <search>
      {inPlaceAt !== undefined ? (
        <Form action={inPlaceAt} scroll={false} prefetch={false} className={className}>
          {fields}
        </Form>
      ) : (
        <form method="get" className={className}>
          {fields}
        </form>
      )}
    </search>
  );
}
