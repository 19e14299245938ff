import { idField } from '@/shell/form/field-schemas';
import { readSearch } from '@/shell/list/list-search';
import { canBeginAtDay, readDay, readView, type View } from './views';

/** Which bookings an address asks for: those of a view, some of them alone, or whatever matches a search. */
export type ListFilter = {
  view: View;
  /** A search looks through all bookings, whatever else is chosen. */
  search: string;
  /** The day at which the list begins. */
  day: string | null;
  roomTypeId: string | null;
  source: string | null;
};

/** Where bookings come from that the product makes itself. Others have the name of what they come from. */
export const ownSources = ['desk', 'walk_in', 'direct'] as const;

export function readListFilter(query: Readonly<Record<string, unknown>>): ListFilter {
  const view = readView(query['view']);
  const type = idField.safeParse(query['type']);
  return {
    view,
    search: readSearch(query['q']),
    day: canBeginAtDay(view) ? readDay(query['day']) : null,
    roomTypeId: type.success ? type.data : null,
    source: readSearch(query['source']) || null,
  };
}

/** The parts of an address that ask for the same bookings. */
export function formatListFilter({
  view,
  search,
  day,
  roomTypeId,
  source,
}: ListFilter): Record<string, string> {
  if (search !== '') {
    return { q: search };
  }
  return {
    ...(view === 'newest' ? {} : { view }),
    ...(day === null ? {} : { day }),
    ...(roomTypeId === null ? {} : { type: roomTypeId }),
    ...(source === null ? {} : { source }),
  };
}

/** How much of a view is left out by choice. */
export const countChosen = ({ day, roomTypeId, source }: ListFilter): number =>
  [day, roomTypeId, source].filter((chosen) => chosen !== null).length;
