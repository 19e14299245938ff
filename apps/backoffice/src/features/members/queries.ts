import 'server-only';
import { ApiError } from '@gudbro/api-kit';
import type { AccountClient } from '@/server/account-client';

// Row-level security decides what an account can read: everybody their colleagues, managers the open invitations.

const memberColumns = `id, role, seesDocuments:sees_documents, seesMoney:sees_money, since:created_at, version:updated_at,
  account:accounts!inner(id, name:display_name, email)`;

/** Who works at a place, and who is invited to: in one query. */
export async function getTeam(client: AccountClient, placeId: string) {
  const team = await client.query((db) =>
    db
      .from('accom_properties')
      .select(
        `ownerId:owner_id, members:property_members(${memberColumns}),
         invitations(id, role, note, email, expiresAt:expires_at, invitedBy:invited_by)`,
      )
      .eq('id', placeId)
      .order('role', { referencedTable: 'property_members', ascending: false })
      .order('created_at', { referencedTable: 'property_members' })
      .order('expires_at', { referencedTable: 'invitations' })
      .maybeSingle(),
  );
  if (team === null) {
    throw new ApiError('not_found');
  }
  return team;
}

export type Team = Awaited<ReturnType<typeof getTeam>>;
export type Member = Team['members'][number];
export type OpenInvitation = Team['invitations'][number];

/** What a member is called: the name they gave, or their address. */
export function nameMember({ account }: Pick<Member, 'account'>): string {
  return account.name === '' ? account.email : account.name;
}
