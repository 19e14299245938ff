import { Button } from '@gudbro/ui/button';
import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { getFormatter, getTranslations } from 'next-intl/server';
import { declineAction, switchAccountAction } from './actions';
import { JoinForm } from './join-form';
import { JoinLayout } from './join-layout';
import { OpenForm } from './open-form';
import type { Invitation } from './queries';

/** No invitation was opened in this browser: its link is read from the address, or pasted. */
export async function OpenView() {
  const t = await getTranslations('Join');
  return (
    <JoinLayout title={t('openTitle')}>
      <p className="text-pretty text-ink-soft leading-relaxed">{t('openText')}</p>
      <OpenForm
        texts={{
          link: t('link'),
          hint: t('linkHint'),
          open: t('open'),
          opening: t('opening'),
          invalid: t('invalid'),
          failed: t('error_internal'),
        }}
      />
    </JoinLayout>
  );
}

/** An invitation was opened and nobody is signed in. Which place it is for is told only after that. */
export async function SignInFirstView() {
  const t = await getTranslations('Join');
  return (
    <JoinLayout title={t('signInTitle')}>
      <p className="text-pretty text-ink-soft leading-relaxed">{t('signInText')}</p>
      <div className="flex flex-col gap-3">
        <ButtonLink href="/sign-up?next=%2Fjoin">{t('signUp')}</ButtonLink>
        <ButtonLink href="/sign-in?next=%2Fjoin" variant="secondary">
          {t('signIn')}
        </ButtonLink>
      </div>
    </JoinLayout>
  );
}

type InvitedViewProps = { invitation: Invitation; email: string };

/** Which place and role it is for, and the question. */
export async function InvitedView({ invitation, email }: InvitedViewProps) {
  const [t, roles, format] = await Promise.all([
    getTranslations('Join'),
    getTranslations('Roles'),
    getFormatter(),
  ]);
  const { propertyName, role, seesDocuments, seesMoney, invitedBy, expiresAt } = invitation;
  const hasSwitches = role === 'manager' || role === 'staff';
  return (
    <JoinLayout title={t('invitedTitle', { place: propertyName })}>
      <p className="text-pretty leading-relaxed">{t('invitedText', { inviter: invitedBy })}</p>
      <Card title={roles(`role_${role}`)} icon="key">
        <p className="text-pretty leading-relaxed">{roles(`may_${role}`)}</p>
        {hasSwitches && !seesDocuments && <p className="mt-2 text-ink-soft">{t('noDocuments')}</p>}
        {hasSwitches && !seesMoney && <p className="mt-2 text-ink-soft">{t('noMoney')}</p>}
      </Card>
      <JoinForm
        texts={{
          join: t('join', { place: propertyName }),
          joining: t('joining'),
          notNow: t('notNow'),
          errors: await readErrorTexts(),
        }}
      />
      <p className="text-pretty text-ink-soft text-sm leading-relaxed">
        {t('until', { day: format.dateTime(new Date(expiresAt), { dateStyle: 'full', timeZone: 'UTC' }) })}
      </p>
      <SignedInAs email={email} />
    </JoinLayout>
  );
}

/** The person works there already. */
export async function MemberAlreadyView({ invitation, email }: InvitedViewProps) {
  const t = await getTranslations('Join');
  return (
    <JoinLayout title={t('memberTitle', { place: invitation.propertyName })}>
      <p className="text-pretty text-ink-soft leading-relaxed">{t('memberText')}</p>
      <ButtonLink href={`/p/${invitation.slug}`}>
        {t('toPlace', { place: invitation.propertyName })}
      </ButtonLink>
      <SignedInAs email={email} />
    </JoinLayout>
  );
}

/** Why an invitation opens nothing. */
export type EndedReason = 'not_found' | 'invitation_is_used' | 'invitation_has_expired';

export async function EndedView({ reason, email }: { reason: EndedReason; email: string }) {
  const t = await getTranslations('Join');
  return (
    <JoinLayout title={t('endedTitle')}>
      <p className="text-pretty text-ink-soft leading-relaxed">{t(`error_${reason}`)}</p>
      {/* The cookie is dropped by the way out, since a page cannot set cookies. */}
      <form
        action={async () => {
          'use server';
          await declineAction(null, new FormData());
        }}
      >
        <Button type="submit" variant="secondary" className="w-full cursor-pointer">
          {t('leave')}
        </Button>
      </form>
      <SignedInAs email={email} />
    </JoinLayout>
  );
}

async function readErrorTexts(): Promise<Record<string, string>> {
  const t = await getTranslations('Join');
  return {
    not_found: t('error_not_found'),
    invitation_is_used: t('error_invitation_is_used'),
    invitation_has_expired: t('error_invitation_has_expired'),
    already_member: t('memberText'),
    session_expired: t('signInText'),
    unavailable: t('error_unavailable'),
    internal: t('error_internal'),
  };
}

/** With which account one would join: a person may have several. Signed out, the invitation is still open here. */
async function SignedInAs({ email }: { email: string }) {
  const t = await getTranslations('Join');
  return (
    <div className="flex flex-wrap items-center justify-between gap-2 border-line border-t pt-4">
      <p className="wrap-anywhere min-w-0 text-ink-soft text-sm">{t('signedInAs', { email })}</p>
      <form
        action={async () => {
          'use server';
          await switchAccountAction(null, new FormData());
        }}
      >
        <Button type="submit" variant="quiet" className="cursor-pointer px-3">
          {t('otherAccount')}
        </Button>
      </form>
    </div>
  );
}
