import { setPageResponse, statusOfError } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/features/dashboard/dashboard';
import { pathOfCode } from '@/features/dashboard/path-of-code';
import { ErrorPage } from '@/features/errors/error-page';
import { AskToOpen } from '@/features/stay/ask-to-open';
import { loadSessionPage } from '@/features/stay/load-session-page';
import { MalformedCode } from '@/features/stay/malformed-code';
import { readStayAddress } from '@/features/stay/read-stay-address';
import { SessionClosed } from '@/features/stay/session-closed';

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
      return <Dashboard view={load.view} />;
    case 'closed':
      return <SessionClosed code={address.code.code} hasEnded={load.hasEnded} />;
    case 'ask':
      return <AskToOpen code={address.code.code} />;
    case 'error':
      return <ErrorPage error={load.error} path={pathOfCode(address.code)} />;
  }
}
