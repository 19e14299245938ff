import 'server-only';
import { z } from 'zod';
import type { AccountClient } from '@/server/account-client';
import { memberRoles } from '@/server/place';

const invitationSchema = z.object({
  slug: z.string(),
  propertyName: z.string(),
  isMember: z.boolean(),
  role: z.enum(memberRoles),
  seesDocuments: z.boolean(),
  seesMoney: z.boolean(),
  invitedBy: z.string(),
  expiresAt: z.string(),
});

export type Invitation = z.infer<typeof invitationSchema>;

/** What the invitation is for. Who has its secret may read it, once signed in. */
export async function readInvitation(client: AccountClient, secret: string): Promise<Invitation> {
  return invitationSchema.parse(
    await client.query((db) =>
      db.rpc('read_invitation', { secret }).overrideTypes<unknown[], { merge: false }>(),
    ),
  );
}
