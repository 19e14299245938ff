import 'server-only';
import { ApiError, currentRequest, describeFault, terminalLog } from '@gudbro/api-kit';
import { getLocale } from 'next-intl/server';
import { readPageCaller } from '@/server/caller';
import { type AvailabilityOption, type Place, slugParamsSchema } from './place';
import { getAvailability, getPlace } from './queries';
import { readSearch, type Search } from './search';

export type PlaceView = {
  place: Place;
  search: Search | null;
  /** Null: nothing was asked for that can be answered. */
  options: AvailabilityOption[] | null;
};

export type PlaceProblem =
  | { error: 'not_found' }
  | { error: 'unavailable' | 'internal' }
  | { error: 'rate_limited'; retryAfterSeconds: number };

type PlaceLoad = { view: PlaceView; problem: null } | { view: null; problem: PlaceProblem };

type Query = Record<string, string | string[] | undefined>;

/** What the property says of itself, and, where nights were asked for, what is free in them. */
export async function loadPlacePage(addressPart: string, query: Query): Promise<PlaceLoad> {
  const params = slugParamsSchema.safeParse({ slug: addressPart });
  if (!params.success) {
    return { view: null, problem: { error: 'not_found' } };
  }
  const { slug } = params.data;
  try {
    const [caller, locale] = await Promise.all([readPageCaller(), getLocale()]);
    const client = caller.clientKey();
    const place = await getPlace(slug, client, locale);
    const search = readSearch(query, place.today);
    if (search === null || search.problem !== null) {
      return { view: { place, search, options: null }, problem: null };
    }
    const { options } = await getAvailability(slug, search, { client, locale });
    return { view: { place, search, options }, problem: null };
  } catch (thrown) {
    return { view: null, problem: toPlaceProblem(thrown) };
  }
}

function toPlaceProblem(thrown: unknown): PlaceProblem {
  if (thrown instanceof ApiError && thrown.code === 'not_found') {
    return { error: 'not_found' };
  }
  if (thrown instanceof ApiError && thrown.code === 'rate_limited') {
    return { error: 'rate_limited', retryAfterSeconds: thrown.retryAfterSeconds ?? 60 };
  }
  terminalLog.fault({ requestId: currentRequest().requestId, route: '/[slug]', ...describeFault(thrown) });
  return { error: thrown instanceof ApiError && thrown.code === 'unavailable' ? 'unavailable' : 'internal' };
}

/** How a page that has this to say answers. */
export function statusOfPlaceProblem(problem: PlaceProblem): {
  status: number;
  headers?: Record<string, string>;
} {
  switch (problem.error) {
    case 'not_found':
      return { status: 404 };
    case 'rate_limited':
      return { status: 429, headers: { 'Retry-After': String(problem.retryAfterSeconds) } };
    case 'unavailable':
      return { status: 503, headers: { 'Retry-After': '5' } };
    case 'internal':
      return { status: 500 };
  }
}
