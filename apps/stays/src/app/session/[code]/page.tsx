import { describePage } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';
import { Dashboard } from '@/features/dashboard/dashboard';
import { pathOf } from '@/features/dashboard/path-of';
import { loadSessionPage } from '@/features/stay/load-session-page';
import { readStayAddress } from '@/features/stay/read-stay-address';
import { SessionClosed } from '@/features/stay/session-closed';
import { MalformedCode, StayProblem } from '@/features/stay/stay-problem';

type Props = { params: Promise<{ code: string }> };

/** A guest session made by the desk: its code opens the room. */
export default async function Page({ params }: Props) {
  const address = readStayAddress((await params).code, 'access');
  if (address.outcome === 'malformed') {
    describePage({ route: '/session/[code]', status: 400 });
    return <MalformedCode input={address.input} refusal={address.refusal} />;
  }
  if (address.outcome === 'elsewhere') {
    redirect(pathOf(address.code));
  }
  const load = await loadSessionPage(address.code);
  describePage(load.answer);
  switch (load.outcome) {
    case 'own':
      return <Dashboard view={load.view} />;
    case 'closed':
      return <SessionClosed code={address.code.code} hasEnded={load.hasEnded} />;
    case 'problem':
      return <StayProblem problem={load.problem} path={pathOf(address.code)} />;
  }
}
