import { idField } from '@/shell/form/field-schemas';
import { readSearch } from '@/shell/list/list-search';

type Query = Record<string, string | string[] | undefined>;

/** The filter in the address: search, type, floor, and whether only rooms that are switched off are shown. */
export type FilterInAddress = { q: string; type: string; floor: string; off: string };

export function readFilter(query: Query): FilterInAddress {
  const type = idField.safeParse(query['type']);
  return {
    q: readSearch(query['q']),
    type: type.success ? type.data : '',
    floor: readSearch(query['floor']),
    off: query['off'] === '1' ? '1' : '',
  };
}

export function isFiltered(filter: FilterInAddress): boolean {
  return Object.values(filter).some((value) => value !== '');
}
