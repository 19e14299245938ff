import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';
import { pathOfCode } from '@/codes/path-of-code';
import { readStayAddress } from '@/codes/read-stay-address';
import { AskToOpen } from '@/features/access-code/ask-to-open';
import { loadSessionPage } from '@/features/access-code/load-session-page';
import { SessionClosed } from '@/features/access-code/session-closed';
import { ErrorPage } from '@/shell/errors/error-page';
import { MalformedCode } from '@/shell/errors/malformed-code';
import { StayScreen } from '../../stay-screen';

type Props = { params: Promise<{ code: string }>; searchParams: Promise<{ ask?: string | string[] }> };

/** The page of an access code, which opens a guest session. */
export default async function Page({ params, searchParams }: Props) {
  const address = readStayAddress((await params).code, 'access');
  if (address.match === 'malformed') {
    setPageResponse({ route: '/session/[code]', ...statusOfError({ error: 'invalid_code' }) });
    return <MalformedCode input={address.input} refusal={address.refusal} />;
  }
  if (address.match === 'elsewhere') {
    redirect(pathOfCode(address.code));
  }
  const load = await loadSessionPage(address.code, (await searchParams).ask !== undefined);
  setPageResponse(load.response);
  switch (load.shows) {
    case 'ownStay':
      return <StayScreen view={load.view} />;
    case 'closed':
      return <SessionClosed code={address.code.code} hasEnded={load.hasEnded} />;
    case 'ask':
      return <AskToOpen code={address.code.code} />;
    case 'error':
      return <ErrorPage error={load.error} path={pathOfCode(address.code)} />;
  }
}
