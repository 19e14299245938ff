/** Which rooms to show. Empty: all. */
export type RoomFilters = {
  search: string;
  floor: string;
  type: string;
  state: '' | 'unprinted' | 'torn' | 'missing';
};

export const signStates = ['', 'unprinted', 'torn', 'missing'] as const;

type Address = Partial<Record<'q' | 'floor' | 'type' | 'state', string | string[]>>;

/** Reads the filters of an address. What it does not know counts as not there. */
export function readRoomFilters({ q, floor, type, state }: Address): RoomFilters {
  return {
    search: readText(q),
    floor: readText(floor),
    type: readText(type),
    state: signStates.find((one) => one === state) ?? '',
  };
}

function readText(value: string | string[] | undefined): string {
  return typeof value === 'string'
    ? value
        .replace(/\p{Cc}/gu, ' ')
        .trim()
        .slice(0, 80)
    : '';
}
