'use server';

import { drawQrCode } from '@gudbro/ui/qr-code';
import { z } from 'zod';
import { env } from '@/env';
import { definePlaceAction } from '@/server/define-place-action';
import { memberRoles, type Place } from '@/server/place';
import { emailOrNull, idField, optionalText, switchField, versionField } from '@/shell/form/field-schemas';
import { hasSwitches } from './team-rules';

const roleFields = {
  role: z.enum(memberRoles, 'required'),
  seesDocuments: switchField,
  seesMoney: switchField,
};

type RoleInput = { role: (typeof memberRoles)[number]; seesDocuments: boolean; seesMoney: boolean };

/** The switches for SQL. One that the screen does not offer is left out: SQL knows what follows from the role. */
function readSwitches(place: Place, { role, seesDocuments, seesMoney }: RoleInput) {
  return {
    ...(hasSwitches(role) && place.seesDocuments ? { sees_documents: seesDocuments } : {}),
    ...(hasSwitches(role) && place.seesMoney ? { sees_money: seesMoney } : {}),
  };
}

const invitationSchema = z.object({ secret: z.string(), expiresAt: z.string() });

export const inviteAction = definePlaceAction(
  {
    action: 'members/invite',
    role: 'manager',
    fields: { ...roleFields, note: optionalText(120), email: emailOrNull },
  },
  async ({ client, place, input }) => {
    const made = await client.query((db) =>
      db
        .rpc('invite_member', {
          property_id: place.id,
          role: input.role,
          note: input.note,
          ...(input.email === null ? {} : { email: input.email }),
          ...readSwitches(place, input),
        })
        .overrideTypes<unknown[], { merge: false }>(),
    );
    const { secret, expiresAt } = invitationSchema.parse(made);
    // After the # it is never sent to a server, so it is in no log and in no Referer.
    const url = `${env().BACKOFFICE_URL}/join#${secret}`;
    const { size, path } = drawQrCode(url);
    const { JOB_MAILS_SHOWN_AT: mailsShownAt = '' } = env();
    return {
      shown: { url, expiresAt, qrSize: String(size), qrPath: path, email: input.email ?? '', mailsShownAt },
    };
  },
);

export const withdrawAction = definePlaceAction(
  { action: 'members/withdraw', role: 'manager', fields: { id: idField } },
  async ({ client, input }) => {
    await client.query((db) => db.rpc('withdraw_invitation', { invitation_id: input.id }));
    return { done: 'invitationWithdrawn' };
  },
);

export const changeMemberAction = definePlaceAction(
  {
    action: 'members/change',
    role: 'manager',
    fields: { id: idField, version: versionField, ...roleFields },
  },
  async ({ client, place, input }) => {
    await client.query((db) =>
      db.rpc('change_member', {
        member_id: input.id,
        version: input.version,
        role: input.role,
        ...readSwitches(place, input),
      }),
    );
    return { done: 'saved', goTo: `/p/${place.slug}/members` };
  },
);

export const removeMemberAction = definePlaceAction(
  { action: 'members/remove', role: 'manager', fields: { id: idField } },
  async ({ client, place, input }) => {
    await client.query((db) => db.rpc('remove_member', { member_id: input.id }));
    return { done: 'removed', goTo: `/p/${place.slug}/members` };
  },
);

export const handOverAction = definePlaceAction(
  { action: 'members/hand-over', role: 'owner', fields: { id: idField } },
  async ({ client, place, input }) => {
    await client.query((db) => db.rpc('hand_over_property', { property_id: place.id, member_id: input.id }));
    return { done: 'handedOver', goTo: `/p/${place.slug}/members` };
  },
);

export const leaveAction = definePlaceAction(
  { action: 'members/leave', role: 'housekeeper', fields: {} },
  async ({ client, place }) => {
    await client.query((db) => db.rpc('leave_property', { property_id: place.id }));
    return { goTo: '/' };
  },
);
