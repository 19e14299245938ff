import { describePage } from '@gudbro/api-kit';
import { SiteFooter } from '@/features/language/site-footer';
import { FormNotSent } from '@/features/refused-form/form-not-sent';
import {
  type RefusedForm,
  readRefusedForm,
  refusedFormPath,
  statusOfRefusedForm,
} from '@/features/refused-form/refused-form';
import { HouseAway } from '@/features/room/house-away';
import { TooManyRequests } from '@/features/room/too-many-requests';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a plain form leads that did not get through: without script there is nobody else to say so. */
export default async function Page({ searchParams }: Props) {
  const refused = readRefusedForm(await searchParams);
  describePage({ route: refusedFormPath, ...statusOfRefusedForm(refused) });
  return (
    <>
      <Reason {...refused} />
      <SiteFooter path={refused.path} />
    </>
  );
}

function Reason({ reason, waitSeconds, path }: RefusedForm) {
  switch (reason) {
    case 'rate_limited':
      return <TooManyRequests retryAfterSeconds={waitSeconds} path={path} />;
    case 'refused':
      return <FormNotSent path={path} />;
    case 'unavailable':
    case 'internal':
      return <HouseAway path={path} cause={reason} />;
  }
}
