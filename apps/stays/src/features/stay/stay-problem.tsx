import type { CodeRefusal } from '@gudbro/access-codes';
import { DoorSign } from '@gudbro/ui/door-sign';
import { getTranslations } from 'next-intl/server';
import { CodeForm } from '../code-entry/code-form';
import { SiteFooter } from '../language/site-footer';
import { HouseAway } from '../room/house-away';
import type { RoomProblem } from '../room/room-problem';
import { TooManyRequests } from '../room/too-many-requests';

/** Why a stay's page cannot be shown now, where no room is to blame. */
export function StayProblem({ problem, path }: { problem: RoomProblem; path: string }) {
  return (
    <>
      {problem.error === 'rate_limited' ? (
        <TooManyRequests retryAfterSeconds={problem.retryAfterSeconds} path={path} />
      ) : (
        <HouseAway path={path} cause={problem.error === 'unavailable' ? 'unavailable' : 'internal'} />
      )}
      <SiteFooter path={path} />
    </>
  );
}

/** An address whose code can't be one: what is wrong with it, and a field to put it right. */
export async function MalformedCode({ input, refusal }: { input: string; refusal: CodeRefusal }) {
  const t = await getTranslations('Refusal');
  return (
    <>
      <DoorSign icon="key" title={t('malformedTitle')}>
        <CodeForm value={input} refusal={refusal} />
      </DoorSign>
      <SiteFooter path="/" />
    </>
  );
}
