'use server';

import { ApiError } from '@gudbro/api-kit';
import { z } from 'zod';
import { actionClient } from '@/server/current-account';
import { defineAction } from '@/server/define-action';
import { endSession } from '@/server/end-session';
import { forgetInvitation, readInvitationSecret, rememberInvitation } from '@/server/invitation-cookie';
import { readSecret } from './read-secret';

const linkSchema = z.strictObject({
  link: z
    .string()
    .max(500, 'no_invitation')
    .transform((text, context) => {
      const secret = readSecret(text);
      if (secret === null) {
        context.addIssue({ code: 'custom', message: 'no_invitation' });
        return z.NEVER;
      }
      return secret;
    }),
});

/** Opens an invitation in this browser. Anybody may: it says nothing until they have signed in. */
export const openInvitationAction = defineAction(
  { action: 'join/open', input: linkSchema },
  async ({ input }) => {
    await rememberInvitation(input.link);
    return { redirectTo: '/join' };
  },
);

const nothing = z.strictObject({});
const acceptedSchema = z.object({ slug: z.string() });

/** Makes the signed-in person a member. */
export const joinAction = defineAction({ action: 'join/accept', input: nothing }, async () => {
  const secret = await readInvitationSecret();
  if (secret === null) {
    throw new ApiError('not_found');
  }
  const client = await actionClient();
  const { slug } = acceptedSchema.parse(
    await client.query((db) =>
      db.rpc('accept_invitation', { secret }).overrideTypes<unknown[], { merge: false }>(),
    ),
  );
  await forgetInvitation();
  return { redirectTo: `/p/${slug}` };
});

/** Signs out, and back to the invitation, which is still open in this browser: somebody may have several accounts. */
export const switchAccountAction = defineAction(
  { action: 'join/switch-account', input: nothing },
  async () => {
    await endSession();
    return { redirectTo: '/join' };
  },
);

/** Forgets the invitation in this browser. Its link still works. */
export const declineAction = defineAction({ action: 'join/decline', input: nothing }, async () => {
  await forgetInvitation();
  return { redirectTo: '/' };
});
