import { ApiError } from '@gudbro/api-kit';
import {
  type EndedReason,
  EndedView,
  InvitedView,
  MemberAlreadyView,
  OpenView,
  SignInFirstView,
} from '@/features/join/join-views';
import { readInvitation } from '@/features/join/queries';
import { findAccount, pageClient } from '@/server/current-account';
import { readInvitationSecret } from '@/server/invitation-cookie';
import { guardPage } from '@/shell/error-panel/guard-page';

export default function JoinPage() {
  return guardPage('/join', async () => {
    const secret = await readInvitationSecret();
    if (secret === null) {
      return <OpenView />;
    }
    const account = await findAccount();
    if (account === null) {
      return <SignInFirstView />;
    }
    try {
      const invitation = await readInvitation(await pageClient(), secret);
      return invitation.isMember ? (
        <MemberAlreadyView invitation={invitation} email={account.email} />
      ) : (
        <InvitedView invitation={invitation} email={account.email} />
      );
    } catch (thrown) {
      return <EndedView reason={readEnd(thrown)} email={account.email} />;
    }
  });
}

/** What became of the invitation. Any other error is thrown on. */
function readEnd(thrown: unknown): EndedReason {
  const body = thrown instanceof ApiError ? thrown.body : null;
  if (body?.error === 'not_found') {
    return 'not_found';
  }
  if (
    body?.error === 'conflict' &&
    (body.reason === 'invitation_is_used' || body.reason === 'invitation_has_expired')
  ) {
    return body.reason;
  }
  throw thrown;
}
