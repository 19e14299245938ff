import { SiteFooter } from '../language/site-footer';
import { HouseAway } from '../room/house-away';
import { TooManyRequests } from '../room/too-many-requests';
import type { PlaceProblem } from './load-place-page';

type PlaceRefusalProps = { problem: Exclude<PlaceProblem, { error: 'not_found' }>; path: string };

/** Why the page cannot be shown right now, and when to try again. */
export function PlaceRefusal({ problem, path }: PlaceRefusalProps) {
  return (
    <>
      {problem.error === 'rate_limited' ? (
        <TooManyRequests retryAfterSeconds={problem.retryAfterSeconds} path={path} />
      ) : (
        <HouseAway path={path} cause={problem.error} />
      )}
      <SiteFooter path={path} />
    </>
  );
}
